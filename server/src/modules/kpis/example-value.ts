import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleBusiness } from '#server/modules/businesses/index.ts'
import { exampleKpi } from './example-kpi.ts'
import { recordValues } from './record-values.ts'

/** One claimed value of a business and a KPI of its own. */
export async function exampleValue(factory: ExampleFactory, period = '2026-09') {
  const [{ id: businessId }, { id: kpiId }] = [await exampleBusiness(factory), await exampleKpi(factory)]
  const { valueIds } = await factory.invoke(recordValues, {
    values: [{ businessId, kpiId, period, value: '1200.50' }],
  })
  return { businessId, kpiId, period, valueIds }
}

import { newId } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleBusiness } from '#server/modules/businesses/index.ts'
import { createKpi } from './create-kpi.ts'
import { recordValues } from './record-values.ts'

/** A KPI for examples to build on; made through the operation itself. */
export function exampleKpi(factory: ExampleFactory) {
  const name = `Revenue ${newId('kpi').slice(-8)}`
  return factory.invoke(createKpi, { name, unit: 'money', currency: 'EUR', cadence: 'month' })
}

/** One claimed value of a business and a KPI of its own. */
export async function exampleValue(factory: ExampleFactory, period = '2026-09') {
  const [{ id: businessId }, { id: kpiId }] = [await exampleBusiness(factory), await exampleKpi(factory)]
  const { valueIds } = await factory.invoke(recordValues, {
    values: [{ businessId, kpiId, period, value: '1200.50' }],
  })
  return { businessId, kpiId, period, valueIds }
}

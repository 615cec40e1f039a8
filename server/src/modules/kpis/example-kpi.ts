import { newId } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createKpi } from './create-kpi.ts'

/** A KPI for examples to build on; made through the operation itself. */
export function exampleKpi(factory: ExampleFactory) {
  const name = `Revenue ${newId('kpi').slice(-8)}`
  return factory.invoke(createKpi, { name, unit: 'money', currency: 'EUR', cadence: 'month' })
}

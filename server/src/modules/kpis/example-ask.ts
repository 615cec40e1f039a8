import { assert } from '#kernel/assert.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleBusiness, listOwners } from '#server/modules/businesses/index.ts'
import { exampleKpi } from './example-kpi.ts'
import { updateKpi } from './update-kpi.ts'

/** A business to be asked about, of a KPI that has an owner. */
export async function exampleAsk(factory: ExampleFactory) {
  const [{ id: businessId }, { id: kpiId, revision }] = [
    await exampleBusiness(factory),
    await exampleKpi(factory),
  ]
  const { items } = await factory.invoke(listOwners, { limit: 1 })
  const [owner] = items
  assert(owner, 'a studio has people')
  await factory.invoke(updateKpi, { kpiId, revision, ownerId: owner.id })
  return { kpiId, businessIds: [businessId], period: '2026-10' }
}

import { assert } from '#kernel/assert.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleAsk } from './example-ask.ts'
import type { KpisMeans } from './kpis-means.ts'
import { requestValues } from './request-values.ts'

/** A request that waits for its answer, and the token of its link. */
export async function exampleRequest(factory: ExampleFactory, means: KpisMeans) {
  const ask = await exampleAsk(factory)
  const { requests } = await factory.invoke(requestValues(means), ask)
  const [request] = requests
  assert(request, 'the owner was asked')
  const [businessId = ''] = ask.businessIds
  return {
    token: factory.linkToken('answer', request.requestId),
    kpiId: ask.kpiId,
    businessId,
    period: ask.period,
  }
}

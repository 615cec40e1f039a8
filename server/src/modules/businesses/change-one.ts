import { present } from '#kernel/assert.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import type { Change } from './business-change.ts'
import { changeBusinesses } from './change-businesses.ts'

/** Changes one business. Doing it a second time changes nothing and leaves no event. */
export async function changeOne(context: CallContext, change: Change) {
  const { changed, refusals } = await changeBusinesses(context, [change])
  const [refusal] = refusals
  if (refusal) throw refusal.problem
  return present(changed[0], 'an outcome per change')
}

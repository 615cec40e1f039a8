import type { Actor } from '#server/catalogue/access.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { findAddressee, tokenHash } from '#server/modules/identity/index.ts'
import { requestAnswered, requestEnded, requestExpired, requestUnknown } from './problems.ts'
import { lockRequest } from './requests-queries.ts'

/**
 * The request behind the token of a link, locked; from here on the person who was asked acts, in the studio that asked. Throws
 * `kpis.request-unknown`, `kpis.request-answered`, `kpis.request-expired` or `kpis.request-ended`.
 */
export async function presentLink({ tx, becomes }: Pick<CallContext, 'tx' | 'becomes'>, token: string) {
  const hash = tokenHash(token)
  await tx.enter({ presented: hash })
  const request = await lockRequest(tx, hash)
  if (!request) throw requestUnknown()
  if (request.answered_at !== null) throw requestAnswered(request.answered_at)
  if (request.is_expired) throw requestExpired(request.expires_at)
  const { studio_id: studioId, person_id: personId } = request
  await tx.enter({ studioId, personId })
  const asked = await findAddressee(tx, personId)
  if (!asked) throw requestEnded()
  const actor: Actor = { kind: 'person', id: personId, name: asked.name }
  await becomes({ studioId, personId, actor })
  return { request, asked, actor, studioId }
}

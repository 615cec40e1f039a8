import { present } from '#kernel/assert.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { standingFor } from '#server/catalogue/standing.ts'
import type { Transaction } from '#server/database/database.ts'
import { ownPerson } from '#server/modules/identity/index.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import type { Opened } from './notifications-queries.ts'
import { openParts } from './open-parts.ts'

type Inbox = Pick<NotificationsMeans, 'notificationKinds' | 'subjects'>

/** Whose inbox it is, and by which of their rights each part of it opens. Throws `identity.people-only`. */
export function ownInbox(
  { access: given }: Pick<CallContext, 'access'>,
  operation: string,
  { notificationKinds, subjects }: Inbox,
) {
  const { personId, studioId } = ownPerson({ access: given }, operation)
  const access = present(given, 'somebody signed in')
  const permissions = [
    ...subjects.kinds.map((kind) => kind.permission),
    ...notificationKinds.flatMap((kind) => kind.needs),
  ]
  const operations = subjects.operations().flatMap((one) => (standingFor(access, one) ? [one.name] : []))
  return { personId, studioId, parts: openParts(access, [...new Set(permissions)]), operations }
}

/** Does the work in each part in turn, under its coverage. */
export async function inEachPart<T>(
  tx: Transaction,
  { personId, studioId, parts, operations }: ReturnType<typeof ownInbox>,
  work: (opened: Omit<Opened, 'isUnread'>) => Promise<T>,
): Promise<T[]> {
  const done: T[] = []
  for (const { coverage, permissions } of parts) {
    await tx.enter({ studioId, personId, coverage })
    done.push(await work({ personId, permissions, operations }))
  }
  return done
}

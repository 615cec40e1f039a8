import type { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { ownPreferences } from '#server/modules/identity/index.ts'
import { findOwnEndpoint } from '#server/modules/webhooks/index.ts'
import { findChoices, findInbox } from './inbox-queries.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import type { Choices } from './schema.ts'

/** What the person chose, and what holds while they chose nothing. */
export async function choicesOf(
  tx: Transaction,
  personId: Id<'person'>,
  { notificationKinds: kinds }: Pick<NotificationsMeans, 'notificationKinds'>,
): Promise<z.output<typeof Choices>> {
  const [inbox, rows, { timeZone }] = await Promise.all([
    findInbox(tx, personId),
    findChoices(tx, [personId]),
    ownPreferences(tx, personId),
  ])
  const endpoint = inbox.endpoint_id === null ? undefined : await findOwnEndpoint(tx, inbox.endpoint_id)
  return {
    choices: kinds.map(({ name, mail }) => {
      const row = rows.find((one) => one.kind === name)
      return { kind: name, mail: row?.mail ?? mail, isSent: row?.is_sent ?? true }
    }),
    digestHour: inbox.digest_hour,
    timeZone,
    webhook: endpoint ?? null,
  }
}

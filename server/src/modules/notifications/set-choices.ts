import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { ownPerson } from '#server/modules/identity/index.ts'
import { choicesOf } from './choices-of.ts'
import { findInbox, setChoices as writeChoices, setInbox } from './inbox-queries.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { unknownKind } from './problems.ts'
import { Choice, Choices, digestHour } from './schema.ts'

const NAME = 'notifications.set-choices'

export function setChoices(means: NotificationsMeans) {
  return operation({
    name: NAME,
    summary:
      'Chooses by what else you are told of a kind, and the hour of the daily mail; what is not named stays.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    input: z.strictObject({
      choices: z.array(Choice).max(100).default([]),
      digestHour: digestHour().optional(),
    }),
    output: z.strictObject({ now: Choices, previous: Choices }),
    examples: async () => [
      { choices: [{ kind: 'comments.mentioned', mail: 'daily' as const, isSent: false }], digestHour: 17 },
    ],
    undo: (_input, { previous: { choices, digestHour: hour } }) => ({
      operation: NAME,
      input: { choices, digestHour: hour },
    }),
    async handle({ choices, digestHour: hour }, { tx, access }) {
      const own = ownPerson({ access }, NAME)
      const known = new Set(means.notificationKinds.map(({ name }) => name))
      for (const { kind } of choices) if (!known.has(kind)) throw unknownKind(kind)
      const previous = await choicesOf(tx, own.personId, means)
      // The last of a kind counts; one statement writes a row once.
      const each = [...new Map(choices.map((one) => [one.kind, one])).values()]
      if (each.length > 0) await writeChoices(tx, own, each)
      if (hour !== undefined)
        await setInbox(tx, own, { ...(await findInbox(tx, own.personId)), digest_hour: hour })
      return { now: await choicesOf(tx, own.personId, means), previous }
    },
  })
}

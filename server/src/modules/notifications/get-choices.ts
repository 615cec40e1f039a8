import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { ownPerson } from '#server/modules/identity/index.ts'
import { choicesOf } from './choices-of.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { Choices } from './schema.ts'

const NAME = 'notifications.get-choices'

export function getChoices(means: NotificationsMeans) {
  return operation({
    name: NAME,
    summary: 'By what else, beside your inbox, you are told of each kind: mail and your own webhook.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    input: z.strictObject({}),
    output: Choices,
    examples: async () => [{}],
    async handle(_input, { tx, access }) {
      const { personId } = ownPerson({ access }, NAME)
      return choicesOf(tx, personId, means)
    },
  })
}

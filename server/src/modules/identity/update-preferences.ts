import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { ownPerson } from './own-person.ts'
import { ownPreferences } from './own-preferences.ts'
import { setPreferences } from './preference-queries.ts'
import { Preferences } from './schema.ts'

const NAME = 'identity.update-preferences'

export const updatePreferences = operation({
  name: NAME,
  summary:
    'Changes how you look at it yourself: appearance, language, time zone, and the currency that forms offer first.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: Preferences.partial().describe('What is left out stays; null is as the browser says.'),
  output: z.strictObject({ preferences: Preferences, previous: Preferences }),
  examples: async () => [
    { theme: 'dark' as const, language: 'de' as const, timeZone: 'Europe/Berlin', currency: 'EUR' },
    { timeZone: null },
  ],
  undo: (given, { previous }) => ({
    operation: NAME,
    input: {
      ...(given.theme !== undefined && { theme: previous.theme }),
      ...(given.language !== undefined && { language: previous.language }),
      ...(given.timeZone !== undefined && { timeZone: previous.timeZone }),
      ...(given.currency !== undefined && { currency: previous.currency }),
    },
  }),
  async handle(given, { tx, access, record }) {
    const { personId } = ownPerson({ access }, NAME)
    const previous = await ownPreferences(tx, personId)
    await setPreferences(tx, personId, given)
    const preferences = await ownPreferences(tx, personId)
    record({
      type: 'identity.preferences-changed',
      subjectId: personId,
      before: previous,
      after: preferences,
    })
    return { preferences, previous }
  },
})

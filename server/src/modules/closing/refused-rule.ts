import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { REFUSED } from './refusals-queries.ts'

export const refusedRule = exceptionRule({
  name: 'closing.schedule-refused',
  title: { en: 'Schedules that cannot be posted', de: 'Buchungspläne, die nicht gebucht werden können' },
  stated: {
    en: 'Something that a schedule has due was tried and could not be posted, for its month is closed, an account is archived, or its lines are not right any more.',
    de: 'Etwas, das nach einem Plan fällig ist, wurde versucht und konnte nicht gebucht werden: Sein Monat ist abgeschlossen, ein Konto archiviert, oder seine Zeilen stimmen nicht mehr.',
  },
  permission: 'ledger.read',
  opens: { with: 'ledger.read' },
  facts: z.object({
    entity: z.string(),
    schedules: z.int(),
    occurrences: z.int(),
    first: z.object({ name: z.string(), on: z.string(), said: z.object({ en: z.string(), de: z.string() }) }),
  }),
  rows: REFUSED,
  says: ({ entity, occurrences, first: { name, on, said } }) => {
    const more = occurrences - 1
    return {
      en: `"${name}" of ${entity} is due on ${on} and could not be posted${more > 0 ? `, and ${more} more` : ''}. ${said.en}`,
      de: `„${name}“ von ${entity} ist am ${on} fällig und konnte nicht gebucht werden${more > 0 ? `, und ${more} weitere` : ''}. ${said.de}`,
    }
  },
})

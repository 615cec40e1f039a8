import { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import { operationSaid } from '#kernel/operation-said.ts'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { WAITING } from './waiting-queries.ts'

const Words = z.object({ en: z.string(), de: z.string() }).nullable()

/** At once, and not after a day: until somebody decides, every figure of its month lacks it, and after three days it is void. */
export const waitingRule = exceptionRule({
  name: 'ledger.entries-waiting',
  title: { en: 'Books that wait for a second person', de: 'Bücher, die auf eine zweite Person warten' },
  stated: {
    en: 'What was asked for in the books (an entry above the limit, entries in bulk, an import, a month to be opened) waits, and nobody else has accepted or refused it yet: until then it is in no figure.',
    de: 'Was in den Büchern beantragt wurde (eine Buchung über der Grenze, viele auf einmal, eine Übernahme, das Öffnen eines Monats), wartet, und noch niemand anderes hat es freigegeben oder abgelehnt: Bis dahin steht es in keiner Zahl.',
  },
  permission: 'approvals.read',
  opens: 'subject',
  facts: z.object({
    operation: z.string(),
    told: Words,
    asker: z.string(),
    held: z.enum(['rule', 'drafts-only', 'demanded']),
    because: Words,
    expiresOn: z.string(),
  }),
  rows: WAITING,
  says: ({ operation, told, asker, held, because, expiresOn }) => {
    const name = operationSaid(operation)
    const why = because ?? WHY[held]
    return {
      en: `${name.en}${told ? `: ${told.en}` : '.'} ${asker} asked for it. ${why.en} Accept or refuse it by ${expiresOn}, or it is void.`,
      de: `${name.de}${told ? `: ${told.de}` : '.'} Beantragt von ${asker}. ${why.de} Geben Sie es bis ${expiresOn} frei, oder lehnen Sie es ab, sonst verfällt es.`,
    }
  },
})

const WHY: Record<'rule' | 'drafts-only' | 'demanded', Said> = {
  rule: { en: 'A rule of the studio holds it.', de: 'Eine Regel des Studios hält es zurück.' },
  'drafts-only': { en: 'Its key only drafts.', de: 'Sein Schlüssel entwirft nur.' },
  demanded: { en: 'It needs a second person.', de: 'Es braucht eine zweite Person.' },
}

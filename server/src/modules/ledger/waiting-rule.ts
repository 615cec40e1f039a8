import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { WAITING } from './waiting-queries.ts'

/** At once, and not after a day: until somebody decides, every figure of its month lacks it, and after three days it is void. */
export const waitingRule = exceptionRule({
  name: 'ledger.entries-waiting',
  title: { en: 'Entries that wait for a second person', de: 'Buchungen, die auf eine zweite Person warten' },
  stated: {
    en: 'An entry by hand is above the limit of its book, and nobody else has accepted or refused it yet: until then it is in no figure.',
    de: 'Eine Buchung von Hand liegt über der Grenze ihres Buchs, und noch niemand anderes hat sie freigegeben oder abgelehnt: Bis dahin steht sie in keiner Zahl.',
  },
  permission: 'approvals.read',
  facts: z.object({
    memo: z.string().nullable(),
    entity: z.string(),
    asker: z.string(),
    because: z.object({ en: z.string(), de: z.string() }),
    expiresOn: z.string(),
  }),
  rows: WAITING,
  says: ({ memo, entity, asker, because, expiresOn }) => ({
    en: `"${memo ?? ''}" of ${entity}, asked for by ${asker}, waits for a second person. ${because.en} Accept or refuse it by ${expiresOn}, or it is void.`,
    de: `„${memo ?? ''}“ von ${entity}, beantragt von ${asker}, wartet auf eine zweite Person. ${because.de} Geben Sie sie bis ${expiresOn} frei, oder lehnen Sie sie ab, sonst verfällt sie.`,
  }),
})

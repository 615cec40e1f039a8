import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { assessHealth, setStageClock } from '#server/modules/businesses/index.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { program, type Work } from '#server/runs/program.ts'
import { FAULTS } from './faults.ts'
import { fillBooks } from './fill-books.ts'
import { fillClosing } from './fill-closing.ts'
import { fillGroup } from './fill-group.ts'
import { fillPortfolio } from './fill-portfolio.ts'
import { fillTalk } from './fill-talk.ts'
import { fillValues } from './fill-values.ts'
import { CLOCKS } from './plan-lives.ts'
import type { Part } from './part.ts'
import { BOOK_MONTHS_MAX } from './plan-earnings.ts'
import { planStudio } from './plan-studio.ts'

const PORTFOLIO_PARTS = 11
const VALUES_PARTS = 11
/** What is done with the books when they are there. */
const BOOKS_PARTS = 2

/** Makes all of the demonstration through the ordinary operations: the portfolio, who owns it, its history, and the books. */
export function fillStudio(rules: HealthRules, subjects: SubjectMeans) {
  return program({
    name: 'demo.fill-studio',
    title: () => ({ en: 'Fill the demonstration studio', de: 'Demonstrationsstudio füllen' }),
    input: z.strictObject({
      seed: z.int(),
      /** The plan is that of the day on which the studio was founded, also where a later day goes on with it. */
      today: z.string().max(10),
      /** So many full months before the running one are told in the books; of 0 there are none. A run of an earlier version does not say. */
      bookMonths: z.int().min(0).max(BOOK_MONTHS_MAX).default(BOOK_MONTHS_MAX),
      people: z.array(z.strictObject({ email: z.string().max(254), personId: id('person') })).max(50),
    }),
    async run({ seed, today, bookMonths, people }, work) {
      const plan = planStudio({ seed, today })
      const next = counted(work, PORTFOLIO_PARTS + VALUES_PARTS + plan.entities.length + BOOKS_PARTS)
      const part = { work, plan, next }
      next({ en: 'Setting the clocks of the stages', de: 'Stellt die Phasenuhren' })
      for (const stage of ['idea', 'validation', 'solution', 'launched'] as const)
        await work.invoke(`clock of ${stage}`, setStageClock, { stage, daysMax: CLOCKS[stage] })
      const ids = await fillPortfolio(part, people)
      const values = await fillValues(part, ids.businessIds)
      await fillTalk(part, { people, businessIds: [...ids.businessIds.values()], subjects })
      next({ en: 'Assessing the health of the businesses', de: 'Bewertet den Zustand der Unternehmen' })
      await work.invoke('health', assessHealth(rules), {})
      const books =
        bookMonths === 0 ? undefined : await fillBooks(part, ids, { seed, today, months: bookMonths })
      if (books) {
        await fillGroup(part, ids, { today, bookMonths })
        await fillClosing(part, { today, people, bookIds: books.bookIds })
      }
      work.progress(1, 1, { en: 'Done', de: 'Fertig' })
      return {
        businesses: plan.businesses.length,
        entities: plan.entities.length,
        stakes: plan.stakes.length,
        values,
        books: books?.bookIds.size ?? 0,
        entries: books?.entries ?? 0,
        faults: FAULTS.length,
      }
    },
  })
}

function counted(work: Work, total: number): Part['next'] {
  let begun = 0
  return (note) => work.progress(Math.min(begun++, total - 1), total, note)
}

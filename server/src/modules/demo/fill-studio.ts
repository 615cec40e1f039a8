import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { assessHealth, setStageClock } from '#server/modules/businesses/index.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { program, type Work } from '#server/runs/program.ts'
import { FAULTS } from './faults.ts'
import { fillPortfolio } from './fill-portfolio.ts'
import { fillTalk } from './fill-talk.ts'
import { fillValues } from './fill-values.ts'
import { CLOCKS } from './plan-lives.ts'
import type { Part } from './part.ts'
import { planStudio } from './plan-studio.ts'

const VALUES_PARTS = 11

/** Makes all of the demonstration through the ordinary operations: the portfolio, who owns it, and its history. */
export function fillStudio(rules: HealthRules, subjects: SubjectMeans) {
  return program({
    name: 'demo.fill-studio',
    title: () => ({ en: 'Fill the demonstration studio', de: 'Demonstrationsstudio füllen' }),
    input: z.strictObject({
      seed: z.int(),
      /** The plan is that of the day on which the studio was founded, also where a later day goes on with it. */
      today: z.string().max(10),
      people: z.array(z.strictObject({ email: z.string().max(254), personId: id('person') })).max(50),
    }),
    async run({ seed, today, people }, work) {
      const plan = planStudio({ seed, today })
      const next = counted(work, 11 + VALUES_PARTS)
      const part = { work, plan, next }
      next({ en: 'Setting the clocks of the stages', de: 'Stellt die Phasenuhren' })
      for (const stage of ['idea', 'validation', 'solution', 'launched'] as const)
        await work.invoke(`clock of ${stage}`, setStageClock, { stage, daysMax: CLOCKS[stage] })
      const businessIds = await fillPortfolio(part, people)
      const values = await fillValues(part, businessIds)
      await fillTalk(part, { people, businessIds: [...businessIds.values()], subjects })
      next({ en: 'Assessing the health of the businesses', de: 'Bewertet den Zustand der Unternehmen' })
      await work.invoke('health', assessHealth(rules), {})
      work.progress(1, 1, { en: 'Done', de: 'Fertig' })
      return {
        businesses: plan.businesses.length,
        entities: plan.entities.length,
        stakes: plan.stakes.length,
        values,
        faults: FAULTS.length,
      }
    },
  })
}

function counted(work: Work, total: number): Part['next'] {
  let begun = 0
  return (note) => work.progress(Math.min(begun++, total - 1), total, note)
}

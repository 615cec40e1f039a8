import { z } from 'zod'
import { CADENCES, periodOf } from '#kernel/periods.ts'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { amount } from './exception-rules.ts'
import { FALLING, UNTOLD } from './signs-queries.ts'

export const fallingSign = exceptionRule({
  name: 'kpis.falling',
  title: 'Headline going the wrong way',
  stated:
    'The headline KPI of a business got worse in each of the last two periods that are due, and by a fifth or more over both.',
  permission: 'kpis.read',
  points: 25,
  facts: z.object({
    business: z.string(),
    kpi: z.string(),
    cadence: z.enum(CADENCES),
    measure: z.string(),
    better: z.enum(['up', 'down']),
    fromOn: z.string(),
    toOn: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  rows: FALLING,
  says: ({ business, kpi, cadence, measure, better, fromOn, toOn, from, to }) =>
    `${kpi} of "${business}" ${better === 'up' ? 'fell' : 'rose'} from ${amount(from, measure)} in ${periodOf(cadence, fromOn).name} to ${amount(to, measure)} in ${periodOf(cadence, toOn).name}, and in each period between. Find out why.`,
})

export const untoldSign = exceptionRule({
  name: 'kpis.untold',
  title: 'Headline never told',
  stated: 'A business that is launched or growing has no value of the headline KPI, for any period.',
  permission: 'kpis.read',
  points: 10,
  facts: z.object({ business: z.string(), kpi: z.string(), stage: z.string() }),
  rows: UNTOLD,
  says: ({ business, kpi, stage }) =>
    `"${business}" is at "${stage}", and its ${kpi} was never told. Record a value, or ask the owner for it.`,
})

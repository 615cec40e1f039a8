import { z } from 'zod'
import { CADENCES, periodOf } from '#kernel/periods.ts'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { Stage, stageIn } from '#server/modules/businesses/index.ts'
import { amount } from './exception-rules.ts'
import { FALLING, UNTOLD } from './signs-queries.ts'

export const fallingSign = exceptionRule({
  name: 'kpis.falling',
  title: { en: 'Headline going the wrong way', de: 'Leitkennzahl in falscher Richtung' },
  stated: {
    en: 'The headline KPI of a business got worse in each of the last two periods that are due, and by a fifth or more over both.',
    de: 'Die Leitkennzahl eines Unternehmens wurde in jedem der letzten beiden fälligen Zeiträume schlechter, über beide um ein Fünftel oder mehr.',
  },
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
  says: ({ business, kpi, cadence, measure, better, fromOn, toOn, from, to }) => ({
    en: `${kpi} of "${business}" ${better === 'up' ? 'fell' : 'rose'} from ${amount(from, measure).en} in ${periodOf(cadence, fromOn).name} to ${amount(to, measure).en} in ${periodOf(cadence, toOn).name}, and in each period between. Find out why.`,
    de: `${kpi} von „${business}“ ${better === 'up' ? 'fiel' : 'stieg'} von ${amount(from, measure).de} in ${periodOf(cadence, fromOn).name} auf ${amount(to, measure).de} in ${periodOf(cadence, toOn).name}, und in jedem Zeitraum dazwischen. Finden Sie heraus, warum.`,
  }),
})

export const untoldSign = exceptionRule({
  name: 'kpis.untold',
  title: { en: 'Headline never told', de: 'Leitkennzahl nie gemeldet' },
  stated: {
    en: 'A business that is launched or growing has no value of the headline KPI, for any period.',
    de: 'Ein gestartetes oder wachsendes Unternehmen hat für keinen Zeitraum einen Wert der Leitkennzahl.',
  },
  permission: 'kpis.read',
  points: 10,
  facts: z.object({ business: z.string(), kpi: z.string(), stage: Stage }),
  rows: UNTOLD,
  says: ({ business, kpi, stage }) => ({
    en: `"${business}" is at "${stage}", and its ${kpi} was never told. Record a value, or ask the owner for it.`,
    de: `„${business}“ steht in der Phase „${stageIn(stage).de}“, und ${kpi} wurde nie gemeldet. Erfassen Sie einen Wert, oder fragen Sie die verantwortliche Person.`,
  }),
})

import { z } from 'zod'
import { inEach, type Language, type Said } from '#kernel/languages.ts'
import { CADENCES, periodOf } from '#kernel/periods.ts'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { CONTRADICTED, SILENT } from './exceptions-queries.ts'
import { Provenance } from './schema.ts'

const Cadence = z.enum(CADENCES)

export const contradictedRule = exceptionRule({
  name: 'kpis.contradictions',
  title: { en: 'Contradicted claim', de: 'Widersprochene Angabe' },
  stated: {
    en: 'For one business, KPI and period somebody claimed a value that differs from what was measured or posted by more than the KPI tolerates.',
    de: 'Für ein Unternehmen, eine KPI und einen Zeitraum hat jemand einen Wert angegeben, der vom gemessenen oder gebuchten um mehr abweicht, als die KPI duldet.',
  },
  permission: 'kpis.read',
  points: 25,
  facts: z.object({
    business: z.string(),
    kpi: z.string(),
    cadence: Cadence,
    startsOn: z.string(),
    measure: z.string(),
    claimed: z.string(),
    firm: z.string(),
    provenance: Provenance,
  }),
  rows: CONTRADICTED,
  says: ({ business, kpi, cadence, startsOn, measure, claimed, firm, provenance }) => ({
    en: `${kpi} of "${business}" in ${periodOf(cadence, startsOn).name}: ${amount(claimed, measure).en} was claimed, and ${amount(firm, measure).en} ${provenance}. Ask whoever claimed it, or withdraw the claim.`,
    de: `${kpi} von „${business}“ in ${periodOf(cadence, startsOn).name}: Angegeben wurden ${amount(claimed, measure).de}, und ${provenance === 'posted' ? 'gebucht' : 'gemessen'} ${amount(firm, measure).de}. Fragen Sie, wer es angab, oder ziehen Sie die Angabe zurück.`,
  }),
})

export const silentRule = exceptionRule({
  name: 'kpis.stale',
  title: { en: 'Silent KPI', de: 'Verstummte KPI' },
  stated: {
    en: 'A business at work had values of a KPI, and has none for the last period that is due: it ended more days ago than the KPI gives as grace.',
    de: 'Ein aktives Unternehmen hatte Werte einer KPI und hat keinen für den letzten fälligen Zeitraum: Er endete vor mehr Tagen, als die KPI als Frist gibt.',
  },
  permission: 'kpis.read',
  points: 20,
  facts: z.object({
    business: z.string(),
    kpi: z.string(),
    cadence: Cadence,
    lastOn: z.string(),
    dueOn: z.string(),
  }),
  rows: SILENT,
  says: ({ business, kpi, cadence, lastOn, dueOn }) => ({
    en: `${kpi} of "${business}" was last told for ${periodOf(cadence, lastOn).name}, and ${periodOf(cadence, dueOn).name} is due. Record its value, or ask the owner for it.`,
    de: `${kpi} von „${business}“ wurde zuletzt für ${periodOf(cadence, lastOn).name} gemeldet, und ${periodOf(cadence, dueOn).name} ist fällig. Erfassen Sie den Wert, oder fragen Sie die verantwortliche Person.`,
  }),
})

/** "money EUR" is an amount in euros; a count has no unit, and the others have theirs. */
export function amount(value: string, measure: string): Said {
  const [unit = '', currency] = measure.split(' ')
  return inEach((language) => {
    const number = numberIn(language, value)
    if (currency !== undefined) return `${number} ${currency}`
    if (unit === 'days') return `${number} ${language === 'de' ? 'Tage' : 'days'}`
    return unit === 'percent' ? `${number} %` : number
  })
}

/** A decimal of any length, as the language groups and marks it. */
function numberIn(language: Language, value: string): string {
  const [digits = '0', fraction] = value.split('.')
  const whole = digits.replace(/\d+$/, (text) => BigInt(text).toLocaleString(language))
  return fraction === undefined ? whole : `${whole}${language === 'de' ? ',' : '.'}${fraction}`
}

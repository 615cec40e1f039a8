import type { Input } from '../../api.ts'
import type { Kpi } from './figure.ts'

export const CHOICES = {
  unit: ['money', 'count', 'percent', 'ratio', 'days'],
  cadence: ['week', 'month', 'quarter'],
  better: ['up', 'down'],
  addsUp: ['sum', 'last', 'average'],
  postedFrom: ['none', 'revenue', 'gross-profit', 'contribution', 'net-result', 'cost'],
} as const

/** As it is typed: numbers are text until they are sent, and the server says what is wrong with them. */
export interface KpiDraft {
  name: string
  description: string
  /** Empty where nobody answers for it. */
  ownerId: string
  unit: Kpi['unit']
  currency: string
  cadence: Kpi['cadence']
  better: Kpi['better']
  addsUp: Kpi['addsUp']
  /** Which figure of the books its values are. */
  postedFrom: NonNullable<Kpi['postedFrom']> | 'none'
  tolerancePercent: string
  graceDays: string
  isHeadline: boolean
  isValuation: boolean
}

export const EMPTY_KPI: KpiDraft = {
  name: '',
  description: '',
  ownerId: '',
  unit: 'money',
  currency: 'EUR',
  cadence: 'month',
  better: 'up',
  addsUp: 'sum',
  postedFrom: 'none',
  tolerancePercent: '5',
  graceDays: '15',
  isHeadline: false,
  isValuation: false,
}

export function draftOf(kpi: Kpi): KpiDraft {
  const { name, description, unit, currency, cadence, better, addsUp, isHeadline, isValuation } = kpi
  return {
    name,
    description,
    ownerId: kpi.ownerId ?? '',
    unit,
    currency: currency ?? '',
    cadence,
    better,
    addsUp,
    postedFrom: kpi.postedFrom ?? 'none',
    isHeadline,
    isValuation,
    tolerancePercent: String(kpi.tolerancePercent),
    graceDays: String(kpi.graceDays),
  }
}

export function fieldsOf(draft: KpiDraft): Input<'kpis.create-kpi'> {
  const currency = draft.currency.trim().toUpperCase()
  return {
    ...draft,
    ownerId: draft.ownerId === '' ? null : draft.ownerId,
    currency: draft.unit === 'money' && currency !== '' ? currency : null,
    postedFrom: draft.unit !== 'money' || draft.postedFrom === 'none' ? null : draft.postedFrom,
    tolerancePercent: numberIn(draft.tolerancePercent),
    graceDays: numberIn(draft.graceDays),
  }
}

/** What is no number becomes one that the server refuses at its field. */
function numberIn(text: string): number {
  const number = Number(text.replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(number) ? number : -1
}

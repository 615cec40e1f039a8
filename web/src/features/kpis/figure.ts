import { useTranslation } from 'react-i18next'
import { writtenBy } from '../../design/format.ts'
import type { Output } from '../../api.ts'

export type Kpi = Output<'kpis.get-kpi'>
export type Provenance = 'posted' | 'measured' | 'claimed'
export const PROVENANCES = ['posted', 'measured', 'claimed'] as const

export interface Measure {
  unit: Kpi['unit']
  currency?: string | null | undefined
}

/** `€1,200.50`, `12.5 %`, `30 days`: decimals are formatted from their text, so no digit is lost on the way. */
export function useFigure(): (value: string, measure: Measure, length?: 'whole' | 'short') => string {
  const { t } = useTranslation()
  return (value, { unit, currency }, length = 'whole') => {
    const money = unit === 'money' && currency ? ({ style: 'currency', currency } as const) : {}
    // On a strip of figures "€1.2M" is read faster; the rows behind it have every digit.
    const digits =
      length === 'short'
        ? ({ notation: 'compact', maximumSignificantDigits: 4 } as const)
        : { maximumFractionDigits: 6 }
    const written = isNumber(value) ? writtenBy({ ...digits, ...money }, value) : value
    return unit === 'percent' || unit === 'days' ? t(`kpis.figure.${unit}`, { value: written }) : written
  }
}

function isNumber(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}

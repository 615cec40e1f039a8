import { minorDigits } from '#kernel/currencies.ts'
import { parsePeriod, today } from '#kernel/periods.ts'
import type { Said } from '#kernel/languages.ts'
import { Problem, type FieldProblem } from '#kernel/problem.ts'
import type { Id } from '#kernel/ids.ts'
import { periodNamed } from './kpi-period.ts'
import { kpiNotFound } from './problems.ts'
import type { Kpi, Unit } from './schema.ts'

export interface GivenValue {
  businessId: Id<'business'>
  kpiId: Id<'kpi'>
  period: string
  value: string
  unit?: Unit | undefined
  currency?: string | undefined
  source: string
  link: string | null
  note: string
}

/** What is wrong with which of the values, each at its field. Pure: what is known was read before. */
export function errorsIn(
  values: readonly GivenValue[],
  known: { kpis: ReadonlyMap<Id<'kpi'>, Kpi>; archivedBusinesses: ReadonlySet<string> },
): FieldProblem[] {
  const seen = new Set<string>()
  return values.flatMap((given, at) => {
    const tell = (field: string, message: Said) => [{ path: `/values/${at}/${field}`, message }]
    const kpi = known.kpis.get(given.kpiId)
    if (!kpi) return tell('kpiId', kpiNotFound(given.kpiId).said)
    if (kpi.archivedAt !== null)
      return tell('kpiId', {
        en: `"${kpi.name}" is archived. Restore it first.`,
        de: `„${kpi.name}“ ist archiviert. Stellen Sie sie zuerst wieder her.`,
      })
    if (known.archivedBusinesses.has(given.businessId))
      return tell('businessId', {
        en: 'This business is archived. Restore it first.',
        de: 'Dieses Unternehmen ist archiviert. Stellen Sie es zuerst wieder her.',
      })
    const wrong = wrongMeasure(kpi, given) ?? wrongPeriod(kpi, given.period)
    if (wrong) return tell(wrong.field, wrong.message)
    const place = [given.businessId, given.kpiId, given.period].join()
    if (seen.has(place))
      return tell('period', {
        en: `${given.period} of this business and KPI is told twice. Send one of the two.`,
        de: `${given.period} wird für dieses Unternehmen und diese KPI zweimal gemeldet. Senden Sie eines von beiden.`,
      })
    seen.add(place)
    return []
  })
}

function wrongMeasure(kpi: Kpi, { unit, currency, value }: GivenValue) {
  if (unit !== undefined && unit !== kpi.unit)
    return {
      field: 'unit',
      message: otherMeasure(kpi.name, kpi.unit, unit),
    }
  if (currency !== undefined && currency !== kpi.currency)
    return {
      field: 'currency',
      message: otherMeasure(kpi.name, kpi.currency ?? kpi.unit, currency),
    }
  const [, fraction = ''] = value.split('.')
  const digits = kpi.unit === 'count' ? 0 : kpi.currency === null ? 6 : minorDigits(kpi.currency)
  if (fraction.length > digits)
    return {
      field: 'value',
      message: {
        en: `${value} has ${fraction.length} digits after the point, and ${kpi.currency ?? `a ${kpi.unit}`} has ${digits} at most. Round it as you mean it.`,
        de: `${value} hat ${fraction.length} Stellen nach dem Komma, und ${kpi.currency ?? kpi.unit} hat höchstens ${digits}. Runden Sie, wie Sie es meinen.`,
      },
    }
  return undefined
}

function otherMeasure(kpi: string, measure: string, sent: string): Said {
  return {
    en: `"${kpi}" is told in ${measure}, and ${sent} was sent. Convert the value, or choose another KPI.`,
    de: `„${kpi}“ wird in ${measure} gemeldet, und ${sent} wurde gesendet. Rechnen Sie den Wert um, oder wählen Sie eine andere KPI.`,
  }
}

function wrongPeriod(kpi: Kpi, name: string) {
  try {
    periodNamed(kpi, name)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { field: 'period', message: error.said }
  }
  const startsOn = parsePeriod(name)?.startsOn ?? ''
  return startsOn > today()
    ? {
        field: 'period',
        message: {
          en: `${name} begins on ${startsOn}, which is yet to come. Record it once it began.`,
          de: `${name} beginnt am ${startsOn}, und das steht noch bevor. Erfassen Sie den Wert, wenn der Zeitraum begonnen hat.`,
        },
      }
    : undefined
}

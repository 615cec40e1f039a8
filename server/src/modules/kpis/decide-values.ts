import { minorDigits } from '#kernel/currencies.ts'
import { parsePeriod, today } from '#kernel/periods.ts'
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
    const tell = (field: string, message: string) => [{ path: `/values/${at}/${field}`, message }]
    const kpi = known.kpis.get(given.kpiId)
    if (!kpi) return tell('kpiId', kpiNotFound(given.kpiId).message)
    if (kpi.archivedAt !== null) return tell('kpiId', `"${kpi.name}" is archived. Restore it first.`)
    if (known.archivedBusinesses.has(given.businessId))
      return tell('businessId', 'This business is archived. Restore it first.')
    const wrong = wrongMeasure(kpi, given) ?? wrongPeriod(kpi, given.period)
    if (wrong) return tell(wrong.field, wrong.message)
    const place = [given.businessId, given.kpiId, given.period].join()
    if (seen.has(place))
      return tell('period', `${given.period} of this business and KPI is told twice. Send one of the two.`)
    seen.add(place)
    return []
  })
}

function wrongMeasure(kpi: Kpi, { unit, currency, value }: GivenValue) {
  if (unit !== undefined && unit !== kpi.unit)
    return {
      field: 'unit',
      message: `"${kpi.name}" is told in ${kpi.unit}, and ${unit} was sent. Convert the value, or choose another KPI.`,
    }
  if (currency !== undefined && currency !== kpi.currency)
    return {
      field: 'currency',
      message: `"${kpi.name}" is told in ${kpi.currency ?? kpi.unit}, and ${currency} was sent. Convert the value, or choose another KPI.`,
    }
  const [, fraction = ''] = value.split('.')
  const digits = kpi.unit === 'count' ? 0 : kpi.currency === null ? 6 : minorDigits(kpi.currency)
  if (fraction.length > digits)
    return {
      field: 'value',
      message: `${value} has ${fraction.length} digits after the point, and ${kpi.currency ?? `a ${kpi.unit}`} has ${digits} at most. Round it as you mean it.`,
    }
  return undefined
}

function wrongPeriod(kpi: Kpi, name: string) {
  try {
    periodNamed(kpi, name)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { field: 'period', message: error.message }
  }
  const startsOn = parsePeriod(name)?.startsOn ?? ''
  return startsOn > today()
    ? {
        field: 'period',
        message: `${name} begins on ${startsOn}, which is yet to come. Record it once it began.`,
      }
    : undefined
}

import { Problem, problem, type FieldProblem } from '#kernel/problem.ts'

const ERRORS_TOLD_MAX = 50

export const kpiNotFound = problem(
  'not-found',
  'kpis.kpi-not-found',
  (id: string) => `There is no KPI ${id} in this studio. kpis.list-kpis names those that there are.`,
)

export const nameTaken = problem(
  'conflict',
  'kpis.name-taken',
  (name: string) => `There is a KPI "${name}" already. Use it, or choose another name.`,
)

export const headlineTaken = problem(
  'conflict',
  'kpis.headline-taken',
  (name: string) =>
    `"${name}" is the headline already, and there is one at most. Set isHeadline to false there first.`,
)

export const valuationTaken = problem(
  'conflict',
  'kpis.valuation-taken',
  (name: string) =>
    `"${name}" says already what a business is worth, and there is one at most. Set isValuation to false there first.`,
)

export const valuationOfMoney = problem(
  'invalid',
  'kpis.valuation-of-money',
  (unit: string) => `What a business is worth is money, and this KPI is in ${unit}. Choose the unit "money".`,
)

export const currencyNeeded = problem(
  'invalid',
  'kpis.currency-needed',
  () => 'A KPI of money needs a currency. Send one of ISO 4217, such as "EUR".',
)

export const currencyUnknown = problem(
  'invalid',
  'kpis.currency-unknown',
  (currency: string) => `"${currency}" is no currency of ISO 4217. Send one such as "EUR" or "USD".`,
)

export const currencyUncalledFor = problem(
  'invalid',
  'kpis.currency-uncalled-for',
  (unit: string, currency: string) =>
    `A KPI in ${unit} has no currency, and ${currency} was sent. Leave it out, or choose the unit "money".`,
)

export const unknownOwner = problem(
  'invalid',
  'kpis.unknown-owner',
  (id: string) => `There is no person ${id} in this studio. Choose one from identity.list-people.`,
)

export const hasValues = problem(
  'conflict',
  'kpis.has-values',
  (name: string, field: string) =>
    `"${name}" has values, so its ${field} stays as it is: they would mean something else. Create another KPI, and archive this one.`,
)

export const changedMeanwhile = problem(
  'conflict',
  'kpis.changed-meanwhile',
  (given: number, current: number) =>
    `The KPI is at revision ${current}, and you changed revision ${given}. Read it again, and send what is still to change.`,
)

export const noSuchPeriod = problem(
  'invalid',
  'kpis.no-such-period',
  (period: string, cadence: string, example: string) =>
    `"${period}" is no ${cadence} between 1970 and 2199. This KPI is told by ${cadence}, as in "${example}".`,
)

export const fromAfterTo = problem(
  'invalid',
  'kpis.from-after-to',
  (from: string, to: string) => `The first period ${from} comes after the last one, ${to}. Turn them round.`,
)

export const rangeTooLong = problem(
  'invalid',
  'kpis.range-too-long',
  (count: number, most: number) =>
    `From the first to the last are ${count} periods, and ${most} are shown at most. Choose a later first one.`,
)

export const tooManyPeriods = problem(
  'invalid',
  'kpis.too-many-periods',
  (periods: number, periodsMax: number) =>
    `From the first to the last there are more than ${periodsMax} periods (${periods} were counted). Ask for a shorter time.`,
)

/** Of many values, some cannot be used: then none is recorded. Each is told at its field, `/values/3/period`. */
export function valuesRefused(values: number, errors: FieldProblem[]): Problem {
  const [first] = errors
  return new Problem({
    kind: 'invalid',
    code: 'kpis.values-refused',
    message:
      `Nothing was recorded: of ${values} ${values === 1 ? 'value' : 'values'}, ${errors.length} cannot be used. ` +
      `At ${first?.path ?? ''}: ${first?.message ?? ''}`,
    fields: errors.slice(0, ERRORS_TOLD_MAX),
  })
}

export const valueNotFound = problem(
  'not-found',
  'kpis.value-not-found',
  (id: string, provenance: string) =>
    `There is no ${provenance} value ${id} that you can withdraw, or it was withdrawn already. kpis.list-values names those that stand.`,
)

export const tooManyValues = problem(
  'invalid',
  'kpis.too-many-values',
  (values: number, valuesMax: number) =>
    `There are ${values.toLocaleString('en')} values, and ${valuesMax.toLocaleString('en')} are all that one import records. Cut the file into several.`,
)

export const kpiArchived = problem(
  'conflict',
  'kpis.kpi-archived',
  (name: string) => `"${name}" is archived, so nobody is asked for it. Restore it first.`,
)

export const periodToCome = problem(
  'invalid',
  'kpis.period-to-come',
  (period: string, startsOn: string) =>
    `${period} begins on ${startsOn}, which is yet to come. Ask for it once it began.`,
)

export const requestUnknown = problem(
  'not-found',
  'kpis.request-unknown',
  () =>
    'This is no link of a request for values, or it was cut short when it was copied. Open it from the mail, or ask whoever runs the studio for a new one.',
)

export const requestAnswered = problem(
  'conflict',
  'kpis.request-answered',
  (at: string) =>
    `This request was answered on ${minute(at)} UTC, and a link takes one answer. To correct a value, ask for a new request, or sign in and record a later one.`,
)

export const requestExpired = problem(
  'conflict',
  'kpis.request-expired',
  (at: string) => `This link was good until ${minute(at)} UTC. Ask for a new request; nothing was recorded.`,
)

export const requestEnded = problem(
  'forbidden',
  'kpis.request-ended',
  () => 'Whoever was asked by this link belongs to the studio no more, so it takes no answer.',
)

export const notAskedFor = problem(
  'invalid',
  'kpis.not-asked-for',
  (businessId: string, kpiId: string, period: string) =>
    `This link asks for nothing of ${businessId} in ${kpiId} for ${period}. Answer what it asks for.`,
)

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}

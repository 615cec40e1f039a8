import { firstOf, Problem, problem, type FieldProblem } from '#kernel/problem.ts'

const ERRORS_TOLD_MAX = 50

export const kpiNotFound = problem('not-found', 'kpis.kpi-not-found', (id: string) => ({
  en: `There is no KPI ${id} in this studio. kpis.list-kpis names those that there are.`,
  de: `Es gibt keine KPI ${id} in diesem Studio. kpis.list-kpis nennt die vorhandenen.`,
}))

export const nameTaken = problem('conflict', 'kpis.name-taken', (name: string) => ({
  en: `There is a KPI "${name}" already. Use it, or choose another name.`,
  de: `Eine KPI „${name}“ gibt es schon. Nehmen Sie sie, oder wählen Sie einen anderen Namen.`,
}))

export const headlineTaken = problem('conflict', 'kpis.headline-taken', (name: string) => ({
  en: `"${name}" is the headline already, and there is one at most. Set isHeadline to false there first.`,
  de: `„${name}“ ist bereits die Leitkennzahl, und es gibt höchstens eine. Setzen Sie dort zuerst isHeadline auf false.`,
}))

export const valuationTaken = problem('conflict', 'kpis.valuation-taken', (name: string) => ({
  en: `"${name}" says already what a business is worth, and there is one at most. Set isValuation to false there first.`,
  de: `„${name}“ sagt bereits, was ein Unternehmen wert ist, und davon gibt es höchstens eine. Setzen Sie dort zuerst isValuation auf false.`,
}))

export const postedOfMoney = problem('invalid', 'kpis.posted-of-money', (unit: string) => ({
  en: `Books hold money, and this KPI is of the unit ${unit}. Choose the unit money, or leave postedFrom out.`,
  de: `Bücher führen Geld, und diese KPI hat die Einheit ${unit}. Wählen Sie die Einheit money, oder lassen Sie postedFrom weg.`,
}))

export const valuationOfMoney = problem('invalid', 'kpis.valuation-of-money', (unit: string) => ({
  en: `What a business is worth is money, and this KPI is in ${unit}. Choose the unit "money".`,
  de: `Was ein Unternehmen wert ist, ist Geld, und diese KPI hat die Einheit ${unit}. Wählen Sie die Einheit „money“.`,
}))

export const currencyNeeded = problem('invalid', 'kpis.currency-needed', () => ({
  en: 'A KPI of money needs a currency. Send one of ISO 4217, such as "EUR".',
  de: 'Eine KPI in Geld braucht eine Währung. Senden Sie eine nach ISO 4217, etwa „EUR“.',
}))

export const currencyUnknown = problem('invalid', 'kpis.currency-unknown', (currency: string) => ({
  en: `"${currency}" is no currency of ISO 4217. Send one such as "EUR" or "USD".`,
  de: `„${currency}“ ist keine Währung nach ISO 4217. Senden Sie eine wie „EUR“ oder „USD“.`,
}))

export const currencyUncalledFor = problem(
  'invalid',
  'kpis.currency-uncalled-for',
  (unit: string, currency: string) => ({
    en: `A KPI in ${unit} has no currency, and ${currency} was sent. Leave it out, or choose the unit "money".`,
    de: `Eine KPI mit der Einheit ${unit} hat keine Währung, und ${currency} wurde gesendet. Lassen Sie sie weg, oder wählen Sie die Einheit „money“.`,
  }),
)

export const unknownOwner = problem('invalid', 'kpis.unknown-owner', (id: string) => ({
  en: `There is no person ${id} in this studio. Choose one from identity.list-people.`,
  de: `Es gibt keine Person ${id} in diesem Studio. Wählen Sie jemanden aus identity.list-people.`,
}))

export const hasValues = problem('conflict', 'kpis.has-values', (name: string, field: string) => ({
  en: `"${name}" has values, so its ${field} stays as it is: they would mean something else. Create another KPI, and archive this one.`,
  de: `„${name}“ hat Werte, deshalb bleibt ${field} wie es ist: Sie bedeuteten sonst etwas anderes. Legen Sie eine andere KPI an, und archivieren Sie diese.`,
}))

export const changedMeanwhile = problem(
  'conflict',
  'kpis.changed-meanwhile',
  (given: number, current: number) => ({
    en: `The KPI is at revision ${current}, and you changed revision ${given}. Read it again, and send what is still to change.`,
    de: `Die KPI steht bei Revision ${current}, und Sie haben Revision ${given} geändert. Lesen Sie sie noch einmal, und senden Sie, was noch zu ändern ist.`,
  }),
)

export const noSuchPeriod = problem(
  'invalid',
  'kpis.no-such-period',
  (period: string, cadence: string, example: string) => ({
    en: `"${period}" is no ${cadence} between 1970 and 2199. This KPI is told by ${cadence}, as in "${example}".`,
    de: `„${period}“ ist kein Zeitraum (${cadence}) zwischen 1970 und 2199. Diese KPI wird je ${cadence} gemeldet, wie in „${example}“.`,
  }),
)

export const fromAfterTo = problem('invalid', 'kpis.from-after-to', (from: string, to: string) => ({
  en: `The first period ${from} comes after the last one, ${to}. Turn them round.`,
  de: `Der erste Zeitraum ${from} liegt nach dem letzten, ${to}. Vertauschen Sie die beiden.`,
}))

export const rangeTooLong = problem('invalid', 'kpis.range-too-long', (count: number, most: number) => ({
  en: `From the first to the last are ${count} periods, and ${most} are shown at most. Choose a later first one.`,
  de: `Vom ersten zum letzten sind es ${count} Zeiträume, und höchstens ${most} werden gezeigt. Wählen Sie einen späteren ersten.`,
}))

export const tooManyPeriods = problem(
  'invalid',
  'kpis.too-many-periods',
  (periods: number, periodsMax: number) => ({
    en: `From the first to the last there are more than ${periodsMax} periods (${periods} were counted). Ask for a shorter time.`,
    de: `Vom ersten zum letzten sind es mehr als ${periodsMax} Zeiträume (gezählt wurden ${periods}). Fragen Sie nach einer kürzeren Zeit.`,
  }),
)

/** Of many values, some cannot be used: then none is recorded. Each is told at its field, `/values/3/period`. */
export function valuesRefused(values: number, errors: FieldProblem[]): Problem {
  const { path, says } = firstOf(errors)
  return new Problem({
    kind: 'invalid',
    code: 'kpis.values-refused',
    message: {
      en: `Nothing was recorded: of ${values} ${values === 1 ? 'value' : 'values'}, ${errors.length} cannot be used. At ${path}: ${says.en}`,
      de: `Nichts wurde erfasst: Von ${values} ${values === 1 ? 'Wert' : 'Werten'} ${errors.length === 1 ? 'ist einer' : `sind ${errors.length}`} nicht zu gebrauchen. Bei ${path}: ${says.de}`,
    },
    fields: errors.slice(0, ERRORS_TOLD_MAX),
  })
}

export const valueNotFound = problem(
  'not-found',
  'kpis.value-not-found',
  (id: string, provenance: string) => ({
    en: `There is no ${provenance} value ${id} that you can withdraw, or it was withdrawn already. kpis.list-values names those that stand.`,
    de: `Es gibt keinen Wert ${id} mit der Herkunft ${provenance}, den Sie zurückziehen können, oder er wurde schon zurückgezogen. kpis.list-values nennt die, die stehen.`,
  }),
)

export const tooManyValues = problem(
  'invalid',
  'kpis.too-many-values',
  (values: number, valuesMax: number) => ({
    en: `There are ${values.toLocaleString('en')} values, and ${valuesMax.toLocaleString('en')} are all that one import records. Cut the file into several.`,
    de: `Es sind ${values.toLocaleString('de')} Werte, und mehr als ${valuesMax.toLocaleString('de')} nimmt ein Import nicht auf. Teilen Sie die Datei.`,
  }),
)

export const kpiArchived = problem('conflict', 'kpis.kpi-archived', (name: string) => ({
  en: `"${name}" is archived, so nobody is asked for it. Restore it first.`,
  de: `„${name}“ ist archiviert, deshalb wird niemand danach gefragt. Stellen Sie sie zuerst wieder her.`,
}))

export const periodToCome = problem('invalid', 'kpis.period-to-come', (period: string, startsOn: string) => ({
  en: `${period} begins on ${startsOn}, which is yet to come. Ask for it once it began.`,
  de: `${period} beginnt am ${startsOn}, und das steht noch bevor. Fragen Sie danach, wenn der Zeitraum begonnen hat.`,
}))

export const requestUnknown = problem('not-found', 'kpis.request-unknown', () => ({
  en: 'This is no link of a request for values, or it was cut short when it was copied. Open it from the mail, or ask whoever runs the studio for a new one.',
  de: 'Dies ist kein Link einer Anfrage nach Werten, oder er wurde beim Kopieren abgeschnitten. Öffnen Sie ihn aus der E-Mail, oder bitten Sie um einen neuen.',
}))

export const requestAnswered = problem('conflict', 'kpis.request-answered', (at: string) => ({
  en: `This request was answered on ${minute(at)} UTC, and a link takes one answer. To correct a value, ask for a new request, or sign in and record a later one.`,
  de: `Diese Anfrage wurde am ${minute(at)} UTC beantwortet, und ein Link nimmt eine Antwort. Um einen Wert zu berichtigen, bitten Sie um eine neue Anfrage, oder melden Sie sich an und erfassen Sie einen späteren.`,
}))

export const requestExpired = problem('conflict', 'kpis.request-expired', (at: string) => ({
  en: `This link was good until ${minute(at)} UTC. Ask for a new request; nothing was recorded.`,
  de: `Dieser Link galt bis ${minute(at)} UTC. Bitten Sie um eine neue Anfrage; nichts wurde erfasst.`,
}))

export const requestEnded = problem('forbidden', 'kpis.request-ended', () => ({
  en: 'Whoever was asked by this link belongs to the studio no more, so it takes no answer.',
  de: 'Wer mit diesem Link gefragt wurde, gehört nicht mehr zum Studio, deshalb nimmt er keine Antwort.',
}))

export const notAskedFor = problem(
  'invalid',
  'kpis.not-asked-for',
  (businessId: string, kpiId: string, period: string) => ({
    en: `This link asks for nothing of ${businessId} in ${kpiId} for ${period}. Answer what it asks for.`,
    de: `Dieser Link fragt zu ${businessId} in ${kpiId} nach nichts für ${period}. Beantworten Sie, wonach er fragt.`,
  }),
)

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}

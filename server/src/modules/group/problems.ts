import { problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/languages.ts'

export const unknownEntity = problem('not-found', 'group.unknown-entity', (id: string) => ({
  en: `There is no entity ${id} that you can use. Choose one from entities.list-entities.`,
  de: `Es gibt keine Gesellschaft ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-entities.`,
}))

export const noBook = problem('invalid', 'group.no-book', (entity: string) => ({
  en: `${entity} has no book, so there is nothing to post to. Open one with ledger.open-book.`,
  de: `${entity} führt kein Buch, in das gebucht werden könnte. Eröffnen Sie eines mit ledger.open-book.`,
}))

export const sameEntity = problem('invalid', 'group.same-entity', (entity: string) => ({
  en: `Both sides are ${entity}, and an entity owes itself nothing. Name two entities, or post to its book alone.`,
  de: `Beide Seiten sind ${entity}, und eine Gesellschaft schuldet sich selbst nichts. Nennen Sie zwei Gesellschaften, oder buchen Sie nur in ihrem Buch.`,
}))

export const noCurrency = problem('invalid', 'group.no-currency', (entity: string) => ({
  en: `The functional currency of ${entity} is not known. Set it with entities.update-entity, or say in which currency to consolidate.`,
  de: `Die funktionale Währung von ${entity} ist nicht bekannt. Tragen Sie sie mit entities.update-entity ein, oder geben Sie an, in welcher Währung konsolidiert wird.`,
}))

export const amountRefused = problem(
  'invalid',
  'group.amount-refused',
  (amount: string, currency: string) => ({
    en: `${amount} is no amount that can be posted in ${currency}: it is 0, too large, or has too many digits after the point. Correct it.`,
    de: `${amount} ist kein Betrag, der in ${currency} gebucht werden kann: Er ist 0, zu groß oder hat zu viele Stellen nach dem Komma. Berichtigen Sie ihn.`,
  }),
)

export const missingAccount = problem(
  'invalid',
  'group.missing-account',
  (entity: string, caption: Said, captionName: string, currency: string) => ({
    en: `The book of ${entity} has no account under "${caption.en}" (${captionName}) in ${currency}. Create one with ledger.create-account, or name the account to use; nothing was posted.`,
    de: `Das Buch von ${entity} hat kein Konto unter „${caption.de}“ (${captionName}) in ${currency}. Legen Sie eines mit ledger.create-account an, oder nennen Sie das Konto; nichts wurde gebucht.`,
  }),
)

export const billAccountNeeded = problem('invalid', 'group.bill-account-needed', (entity: string) => ({
  en: `What was paid for ${entity} nobody can guess: name the account of its book that the bill belongs to, as to.debitAccountId.`,
  de: `Was für ${entity} bezahlt wurde, kann niemand erraten: Nennen Sie das Konto in ihrem Buch, zu dem die Rechnung gehört, als to.debitAccountId.`,
}))

export const foreignAccount = problem('invalid', 'group.foreign-account', (id: string, entity: string) => ({
  en: `${id} is no account at work in the book of ${entity}. Choose one from ledger.list-accounts.`,
  de: `${id} ist kein Konto, das im Buch von ${entity} geführt wird. Wählen Sie eines aus ledger.list-accounts.`,
}))

export const wrongCurrency = problem(
  'invalid',
  'group.wrong-currency',
  (account: string, currency: string, amountIn: string) => ({
    en: `"${account}" is in ${currency}, and the amount is in ${amountIn}. Choose an account in ${amountIn}, or in the currency of the book.`,
    de: `„${account}“ ist in ${currency}, und der Betrag ist in ${amountIn}. Wählen Sie ein Konto in ${amountIn} oder in der Währung des Buchs.`,
  }),
)

export const fromAfterTo = problem('invalid', 'group.from-after-to', (from: string, to: string) => ({
  en: `The first day, ${from}, is after the last, ${to}. Swap them.`,
  de: `Der erste Tag, ${from}, liegt nach dem letzten, ${to}. Vertauschen Sie sie.`,
}))

export const unbalanced = problem('invalid', 'group.unbalanced', (debit: string, credit: string) => ({
  en: `Debits ${debit} differ from credits ${credit}. Add a line of what is missing; nothing was entered.`,
  de: `Soll ${debit} und Haben ${credit} sind verschieden. Fügen Sie eine Zeile über das Fehlende hinzu; nichts wurde erfasst.`,
}))

export const oneSide = problem('invalid', 'group.one-side', (place: number) => ({
  en: `Line ${place} has to have a debit or a credit, and not both. Correct it.`,
  de: `Zeile ${place} braucht Soll oder Haben, und nicht beides. Berichtigen Sie sie.`,
}))

export const consolidationNotFound = problem('not-found', 'group.consolidation-not-found', (id: string) => ({
  en: `There is no consolidation ${id} that you can read. Choose one from group.list-consolidations.`,
  de: `Es gibt keine Konsolidierung ${id}, die Sie lesen können. Wählen Sie eine aus group.list-consolidations.`,
}))

export const notComparable = problem(
  'invalid',
  'group.not-comparable',
  (other: string, root: string, currency: string) => ({
    en: `${other} is not of ${root} in ${currency}, so its figures cannot stand beside these. Choose another consolidation of ${root} in ${currency}, or make one.`,
    de: `${other} ist nicht von ${root} in ${currency}; ihre Zahlen können nicht neben diesen stehen. Wählen Sie eine andere Konsolidierung von ${root} in ${currency}, oder erstellen Sie eine.`,
  }),
)

export const bothDays = problem('invalid', 'group.both-days', () => ({
  en: 'The period to set beside needs its first and its last day. Give compareFrom and compareTo, or neither.',
  de: 'Der Zeitraum zum Vergleich braucht seinen ersten und seinen letzten Tag. Geben Sie compareFrom und compareTo an, oder keinen von beiden.',
}))

export const noCashFlow = problem('conflict', 'group.no-cash-flow', (id: string) => ({
  en: `${id} was made before cash flows were told so, and is not changed. Make the same again with group.consolidate-entity: that one has them.`,
  de: `${id} wurde erstellt, bevor Zahlungsströme so gezeigt wurden, und wird nicht geändert. Erstellen Sie sie mit group.consolidate-entity noch einmal: Die neue hat sie.`,
}))

export const noMonth = problem('invalid', 'group.no-month', (month: string) => ({
  en: `There is no month ${month}. Write it as 2026-03.`,
  de: `Es gibt keinen Monat ${month}. Schreiben Sie ihn wie 2026-03.`,
}))

export const noCost = problem('invalid', 'group.no-cost', (entity: string, month: string) => ({
  en: `${entity} has no overhead in ${month} that could be charged. Name the cost, or choose another month.`,
  de: `${entity} hat im Monat ${month} keine Gemeinkosten, die verrechnet werden könnten. Nennen Sie die Kosten, oder wählen Sie einen anderen Monat.`,
}))

export const noWeight = problem('invalid', 'group.no-weight', (basis: string) => ({
  en: `By ${basis} there is nothing to share by: give each receiver its weight, or choose another basis.`,
  de: `Nach ${basis} gibt es nichts, wonach geteilt werden kann: Geben Sie jedem Empfänger sein Gewicht, oder wählen Sie eine andere Grundlage.`,
}))

export const allocatedAlready = problem(
  'conflict',
  'group.allocated-already',
  (entity: string, month: string) => ({
    en: `${entity} was charged for ${month} already. Leave it out; to charge it anew, reverse both entries and post a charge.`,
    de: `${entity} wurde für ${month} schon belastet. Lassen Sie sie weg; um sie neu zu belasten, stornieren Sie beide Buchungen, und buchen Sie eine Belastung.`,
  }),
)

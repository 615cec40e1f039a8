import { firstOf, Problem, problem, type FieldProblem } from '#kernel/problem.ts'

export const bookNotFound = problem('not-found', 'ledger.book-not-found', (id: string) => ({
  en: `There is no book ${id} that you can use. Choose one from ledger.list-books.`,
  de: `Es gibt kein Buch ${id}, das Sie verwenden können. Wählen Sie eines aus ledger.list-books.`,
}))

export const accountNotFound = problem('not-found', 'ledger.account-not-found', (id: string) => ({
  en: `There is no account ${id} that you can use. Choose one from ledger.list-accounts.`,
  de: `Es gibt kein Konto ${id}, das Sie verwenden können. Wählen Sie eines aus ledger.list-accounts.`,
}))

export const entryNotFound = problem('not-found', 'ledger.entry-not-found', (id: string) => ({
  en: `There is no entry ${id} that you can read. Choose one from ledger.list-entries.`,
  de: `Es gibt keine Buchung ${id}, die Sie lesen können. Wählen Sie eine aus ledger.list-entries.`,
}))

export const unknownEntity = problem('not-found', 'ledger.unknown-entity', (id: string) => ({
  en: `There is no entity ${id} that you can use. Choose one from entities.list-entities.`,
  de: `Es gibt keine Gesellschaft ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-entities.`,
}))

export const noCurrency = problem('invalid', 'ledger.no-currency', (entity: string) => ({
  en: `The functional currency of ${entity} is not known, and a book is kept in it. Set it with entities.update-entity, then open the book.`,
  de: `Die funktionale Währung von ${entity} ist nicht bekannt, und darin wird ein Buch geführt. Tragen Sie sie mit entities.update-entity ein, und eröffnen Sie dann das Buch.`,
}))

export const bookExists = problem('conflict', 'ledger.book-exists', (entity: string, bookId: string) => ({
  en: `${entity} has a book already, ${bookId}. An entity keeps one; use that.`,
  de: `${entity} hat schon ein Buch, ${bookId}. Eine Gesellschaft führt eines; nehmen Sie das.`,
}))

export const codeTaken = problem('conflict', 'ledger.code-taken', (code: string, name: string) => ({
  en: `The code ${code} is that of "${name}" in this book. Choose another code.`,
  de: `Die Nummer ${code} gehört in diesem Buch zu „${name}“. Wählen Sie eine andere Nummer.`,
}))

export const roleTaken = problem('conflict', 'ledger.role-taken', (role: string, name: string) => ({
  en: `"${name}" is the account for ${role} of this book, and there is one. Leave the role out, or use that account.`,
  de: `„${name}“ ist in diesem Buch schon das Konto für ${role}, und davon gibt es nur eines. Lassen Sie die Rolle weg, oder nehmen Sie dieses Konto.`,
}))

export const wrongParent = problem('invalid', 'ledger.wrong-parent', (id: string, type: string) => ({
  en: `${id} is no ${type} account of this book, and a part is of the type of its whole. Choose another parent, or none.`,
  de: `${id} ist in diesem Buch kein Konto der Art ${type}, und ein Unterkonto ist von der Art seines Oberkontos. Wählen Sie ein anderes Oberkonto, oder keines.`,
}))

export const roleDoesNotFit = problem(
  'invalid',
  'ledger.role-does-not-fit',
  (role: string, type: string) => ({
    en: `What was sent does not make an account for ${role}, with the type ${type}: cash is an asset with isMonetary true, receivable an asset, payable a liability; exchange and retained-earnings are equity.`,
    de: `Was gesendet wurde, ergibt kein Konto für ${role}, mit der Art ${type}: cash ist ein asset mit isMonetary true, receivable ein asset, payable eine liability; exchange und retained-earnings sind equity.`,
  }),
)

export const wrongCaption = problem('invalid', 'ledger.wrong-caption', (caption: string, type: string) => ({
  en: `An account of the type ${type} is not shown under ${caption}. Choose a caption of its type; exchange belongs to the exchange account alone.`,
  de: `Ein Konto der Art ${type} steht nicht unter ${caption}. Wählen Sie einen Posten seiner Art; exchange gehört allein zum Konto für Währungsverrechnung.`,
}))

export const sameCurrency = problem('invalid', 'ledger.same-currency', (currency: string) => ({
  en: `A rate is between two currencies, and both are ${currency}. Name another one.`,
  de: `Ein Kurs besteht zwischen zwei Währungen, und beide sind ${currency}. Nennen Sie eine andere.`,
}))

export const noExchangeAccounts = problem('conflict', 'ledger.no-exchange-accounts', () => ({
  en: 'This book lacks an account that a revaluation needs: one with the role exchange, and one each under the captions exchange-realised and exchange-unrealised. Add what is missing with ledger.create-account.',
  de: 'Diesem Buch fehlt ein Konto, das eine Bewertung braucht: eines mit der Rolle exchange, und je eines unter den Posten exchange-realised und exchange-unrealised. Legen Sie an, was fehlt, mit ledger.create-account.',
}))

export const noRate = problem('invalid', 'ledger.no-rate', (from: string, to: string, on: string) => ({
  en: `There is no rate from ${from} to ${to} for ${on} or the 31 days before. Record one with ledger.record-rates.`,
  de: `Es gibt keinen Kurs von ${from} in ${to} für den ${on} oder die 31 Tage davor. Erfassen Sie einen mit ledger.record-rates.`,
}))

export const foreignNotMonetary = problem(
  'invalid',
  'ledger.foreign-not-monetary',
  (currency: string, functional: string) => ({
    en: `Only money and claims on money may be in a foreign currency: an account in ${currency} must be a monetary asset or liability. This book is in ${functional}.`,
    de: `Nur Geld und Forderungen auf Geld dürfen in fremder Währung sein: Ein Konto in ${currency} muss ein monetäres asset oder eine monetäre liability sein. Dieses Buch wird in ${functional} geführt.`,
  }),
)

export const onlyAssetsOwe = problem('invalid', 'ledger.not-monetary', (type: string) => ({
  en: `An account of the type ${type} is never monetary; only assets and liabilities can be.`,
  de: `Ein Konto der Art ${type} ist nie monetär; nur asset und liability können es sein.`,
}))

export const amountRefused = problem(
  'invalid',
  'ledger.amount-refused',
  (amount: string, currency: string) => ({
    en: `${amount} cannot be told in ${currency}: it has too many digits after the point, or is too large. Write it with the digits that ${currency} has.`,
    de: `${amount} lässt sich in ${currency} nicht angeben: Es hat zu viele Stellen nach dem Komma oder ist zu groß. Schreiben Sie es mit den Stellen, die ${currency} hat.`,
  }),
)

export const tooManyAccounts = problem('conflict', 'ledger.too-many-accounts', (max: number) => ({
  en: `This book has ${max.toLocaleString('en')} accounts, and that is all that a book can have. Use businesses, counterparties and tags to tell lines apart.`,
  de: `Dieses Buch hat ${max.toLocaleString('de')} Konten, und mehr kann ein Buch nicht haben. Unterscheiden Sie Zeilen nach Unternehmen, Gegenseite und Schlagwort.`,
}))

export const changedMeanwhile = problem(
  'conflict',
  'ledger.changed-meanwhile',
  (expected: number, found: number) => ({
    en: `Somebody changed this account since you read it (you have revision ${expected}, it is at ${found}). Read it again and repeat your change.`,
    de: `Jemand hat dieses Konto geändert, seit Sie es gelesen haben (Sie haben Revision ${expected}, es steht bei ${found}). Lesen Sie es noch einmal, und wiederholen Sie Ihre Änderung.`,
  }),
)

export const holdsBalance = problem('conflict', 'ledger.holds-balance', (name: string, balance: string) => ({
  en: `"${name}" still holds ${balance}. Move that to another account first, then archive it.`,
  de: `Auf „${name}“ stehen noch ${balance}. Buchen Sie das zuerst auf ein anderes Konto um, und archivieren Sie es dann.`,
}))

export const accountStays = problem('conflict', 'ledger.account-stays', (name: string) => ({
  en: `"${name}" is where businesses of this book meet, and every entry may move it. It stays in use; rename it if you like.`,
  de: `Auf „${name}“ treffen sich die Unternehmen dieses Buchs, und jede Buchung kann es bewegen. Es bleibt in Gebrauch; umbenennen können Sie es.`,
}))

export const belowFloor = problem(
  'conflict',
  'ledger.below-floor',
  (given: { name: string; floor: string; balance: string; held: string | undefined }) => ({
    en: `"${given.name}" would hold ${given.balance}, ${given.held === undefined ? '' : `of which ${given.held} is held by pending entries, `}and at least ${given.floor} must stay on it. Lower the amount, or change the floor with ledger.update-account.`,
    de: `Auf „${given.name}“ stünden dann ${given.balance}, ${given.held === undefined ? '' : `wovon vorgemerkte Buchungen ${given.held} halten, `}und mindestens ${given.floor} müssen bleiben. Verringern Sie den Betrag, oder ändern Sie die Untergrenze mit ledger.update-account.`,
  }),
)

export const periodClosed = problem('conflict', 'ledger.period-closed', (on: string, firstOpen: string) => ({
  en: `${on} lies in a month that is closed in this book. The first open day is ${firstOpen}: post to it, or have the month opened with closing.reopen-period.`,
  de: `Der ${on} liegt in einem Monat, der in diesem Buch abgeschlossen ist. Der erste offene Tag ist der ${firstOpen}: Buchen Sie auf ihn, oder lassen Sie den Monat mit closing.reopen-period öffnen.`,
}))

export const periodSoftClosed = problem(
  'conflict',
  'ledger.period-soft-closed',
  (on: string, firstOpen: string) => ({
    en: `${on} lies in a month in which only those still post who close it (ledger.close). The first open day is ${firstOpen}: post to it, or ask one of them.`,
    de: `Der ${on} liegt in einem Monat, in dem nur noch bucht, wer ihn abschließt (ledger.close). Der erste offene Tag ist der ${firstOpen}: Buchen Sie auf ihn, oder bitten Sie darum.`,
  }),
)

export const aboveManualLimit = problem(
  'conflict',
  'ledger.above-manual-limit',
  ({ amount, limit }: { amount: string; limit: string }) => ({
    en: `An entry by hand over ${amount} is above the limit of this book, which is ${limit}. Post it by itself with ledger.post-entry: it then waits for a second person.`,
    de: `Eine Buchung von Hand über ${amount} liegt über der Grenze dieses Buchs: ${limit}. Buchen Sie sie einzeln mit ledger.post-entry: Dann wartet sie auf eine zweite Person.`,
  }),
)

export const externalIdTaken = problem(
  'conflict',
  'ledger.external-id-taken',
  (externalId: string, entryId: string, { there, sent }: { there: string; sent: string }) => ({
    en: `"${externalId}" was posted already as ${entryId} over ${there}, and differs from what was sent, over ${sent}. Correct that entry with ledger.reverse-entry, or send this under an id of its own.`,
    de: `„${externalId}“ ist schon als ${entryId} über ${there} gebucht, und was gesendet wurde, über ${sent}, weicht davon ab. Berichtigen Sie jene Buchung mit ledger.reverse-entry, oder senden Sie diese unter einer eigenen Kennung.`,
  }),
)

export const reversedAlready = problem(
  'conflict',
  'ledger.reversed-already',
  (entryId: string, reversalId: string) => ({
    en: `${entryId} was reversed already by ${reversalId}. To take the reversal back, post the entry anew.`,
    de: `${entryId} ist schon durch ${reversalId} storniert. Um das Storno zurückzunehmen, buchen Sie neu.`,
  }),
)

export const reversalBefore = problem(
  'invalid',
  'ledger.reversal-before',
  (effectiveOn: string, entryOn: string) => ({
    en: `An entry of ${entryOn} cannot be taken back on ${effectiveOn}, before it counts. Name ${entryOn} or a later day.`,
    de: `Eine Buchung vom ${entryOn} kann nicht am ${effectiveOn} storniert werden, bevor sie zählt. Nennen Sie den ${entryOn} oder einen späteren Tag.`,
  }),
)

export const isReversal = problem('conflict', 'ledger.is-reversal', (entryId: string) => ({
  en: `${entryId} is itself a reversal, and those are not reversed. Post the entry that you want anew.`,
  de: `${entryId} ist selbst ein Storno, und die werden nicht storniert. Buchen Sie neu, was gelten soll.`,
}))

export const balancesByBusiness = problem(
  'conflict',
  'ledger.balances-by-business',
  (entity: string, from: string) => ({
    en: `The book of ${entity} balances by business from ${from} on, and does so for good: balance sheets of its businesses rest on it. There is nothing left to do.`,
    de: `Das Buch von ${entity} ist ab dem ${from} je Unternehmen ausgeglichen, und bleibt es: Die Bilanzen seiner Unternehmen beruhen darauf. Es bleibt nichts zu tun.`,
  }),
)

export const tooManyDays = problem(
  'conflict',
  'ledger.too-many-days',
  ({ from, needed, max }: { from: string; needed: number; max: number }) => ({
    en: `Evening out from ${from} on takes ${needed.toLocaleString('en')} entries, and ${max.toLocaleString('en')} are posted at once at most. Choose a later day.`,
    de: `Ab dem ${from} auszugleichen braucht ${needed.toLocaleString('de')} Buchungen, und höchstens ${max.toLocaleString('de')} werden auf einmal gebucht. Wählen Sie einen späteren Tag.`,
  }),
)

export const evensBusinesses = problem('conflict', 'ledger.evens-businesses', (entryId: string) => ({
  en: `${entryId} evens out what businesses of this book had between them when it began to balance by business, and that is not reversed. Reverse the entry that was wrong: the rest follows by itself.`,
  de: `${entryId} gleicht aus, was die Unternehmen dieses Buchs untereinander hatten, als es je Unternehmen ausgeglichen wurde, und das wird nicht storniert. Stornieren Sie die Buchung, die falsch war: Der Rest folgt von selbst.`,
}))

export const fromAfterTo = problem('invalid', 'ledger.from-after-to', (from: string, to: string) => ({
  en: `The first day ${from} lies after the last, ${to}. Turn them round.`,
  de: `Der erste Tag ${from} liegt nach dem letzten, ${to}. Vertauschen Sie die beiden.`,
}))

/** What is wrong with an entry, each at its field: `/lines/3/accountId`. Then nothing is posted of it. */
export function entryRefused(errors: FieldProblem[]): Problem {
  const { path, says } = firstOf(errors)
  const at = path === '' ? '' : ` (${path})`
  return new Problem({
    kind: 'invalid',
    code: 'ledger.entry-refused',
    message: {
      en: `Nothing was posted. ${says.en}${at}`,
      de: `Nichts wurde gebucht. ${says.de}${at}`,
    },
    fields: errors.slice(0, 50),
  })
}

export function accountsRefused(errors: FieldProblem[]): Problem {
  const { path, says } = firstOf(errors)
  return new Problem({
    kind: 'invalid',
    code: 'ledger.accounts-refused',
    message: {
      en: `No account was added. ${says.en} (${path})`,
      de: `Kein Konto wurde angelegt. ${says.de} (${path})`,
    },
    fields: errors.slice(0, 50),
  })
}

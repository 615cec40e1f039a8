import { z } from 'zod'
import type { Said } from '#kernel/languages.ts'

/** What a reader of a consolidation has to know beside its figures; kept as a code, told in the reader's language. */
export const NoteCode = z.enum([
  'ownership-then',
  'earlier-reckoning',
  'other-reckoning',

  'no-book',
  'difference',
  'unbalanced',
  'control-lost',
  'control-lost-valued',
  'not-valued',
  'sold-bare',
])
type NoteCode = z.output<typeof NoteCode>

export interface Noted {
  code: NoteCode
  entityId: string | null
  /** In the currency of the consolidation, where the note is about an amount. */
  minor?: bigint | undefined
}

/** Each sentence, with the amount that it is about. */
export const NOTE_SAYS: Record<NoteCode, (amount: string) => Said> = {
  unbalanced: () => ({
    en: 'Assets differ from liabilities and equity by the difference that is told: please report it, for it is a fault of the program.',
    de: 'Aktiva und Passiva weichen um die genannte Differenz ab: Bitte melden Sie das, denn es ist ein Fehler des Programms.',
  }),
  'no-book': () => ({
    en: 'It belongs to the group and has no book, so nothing of it is in these figures. Open its book.',
    de: 'Sie gehört zum Konzern und führt kein Buch; in diesen Zahlen ist nichts von ihr. Eröffnen Sie ihr Buch.',
  }),
  difference: () => ({
    en: 'What it and a partner have booked with each other differs, and the difference stands in a line of its own.',
    de: 'Was sie und eine Partnergesellschaft miteinander gebucht haben, weicht ab; die Differenz steht in einer eigenen Zeile.',
  }),
  'control-lost': () => ({
    en: 'Control was lost: its results count up to the day before, what it owns and owes does not (so the column of the entities does not balance by itself, and the eliminations take that up), and the stake that was kept stands at its part of what it was carried at.',
    de: 'Die Beherrschung endete: Ihre Ergebnisse zählen bis zum Tag davor, ihr Vermögen und ihre Schulden nicht (die Spalte der Gesellschaften geht deshalb für sich allein nicht auf, die Eliminierungen nehmen das auf), und der behaltene Anteil steht mit seinem Teil des Buchwerts.',
  }),
  'control-lost-valued': () => ({
    en: 'Control was lost: its results count up to the day before, what it owns and owes does not (so the column of the entities does not balance by itself, and the eliminations take that up), and a stake that was kept stands at the fair value that was booked for it.',
    de: 'Die Beherrschung endete: Ihre Ergebnisse zählen bis zum Tag davor, ihr Vermögen und ihre Schulden nicht (die Spalte der Gesellschaften geht deshalb für sich allein nicht auf, die Eliminierungen nehmen das auf), und ein behaltener Anteil steht mit dem Zeitwert, der für ihn gebucht wurde.',
  }),
  'not-valued': (amount) => ({
    en: `It was held in part before control began, and no fair value of that stake was booked with the investment: it counts at the ${amount} that it was carried at, without a gain.`,
    de: `Sie wurde schon vor Beginn der Beherrschung zum Teil gehalten, und ein Zeitwert dieses Anteils wurde bei der Beteiligung nicht gebucht: Er zählt mit seinem Buchwert von ${amount}, ohne Gewinn.`,
  }),
  'sold-bare': (amount) => ({
    en: `A stake that stood at ${amount} was sold, and which gain or loss belongs to it cannot be told from the books: it stays where it was booked, in the result and in operating cash. Book it in the entry that takes from the investment.`,
    de: `Ein Anteil mit einem Buchwert von ${amount} wurde verkauft, und welcher Gewinn oder Verlust dazu gehört, ist aus den Büchern nicht zu erkennen: Er bleibt, wo er gebucht wurde, im Ergebnis und im operativen Cashflow. Buchen Sie ihn in dem Satz, der die Beteiligung mindert.`,
  }),
  'ownership-then': () => ({
    en: 'Ownership is as it was recorded at that instant; it has been recorded otherwise since.',
    de: 'Die Beteiligungen sind die, die zu jenem Zeitpunkt erfasst waren; seither wurde anderes erfasst.',
  }),
  'earlier-reckoning': () => ({
    en: 'It was made by an earlier way of reckoning, and is kept as it was: made again from the same, it has another digest and may have other figures, without anybody having changed it.',
    de: 'Sie wurde nach einem früheren Rechenweg erstellt und bleibt, wie sie war: Aus denselben Daten noch einmal erstellt, hat sie eine andere Prüfsumme und vielleicht andere Zahlen, ohne dass jemand etwas geändert hat.',
  }),
  'other-reckoning': () => ({
    en: 'What it is set beside was made by another way of reckoning: a change between the two may come from that.',
    de: 'Woneben sie steht, wurde nach einem anderen Rechenweg erstellt: Eine Veränderung zwischen beiden kann daher kommen.',
  }),
}

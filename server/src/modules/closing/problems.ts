import { problem } from '#kernel/problem.ts'

export const notClosed = problem('conflict', 'closing.not-closed', (month: string) => ({
  en: `${month} is open in this book. There is nothing to open; closing.list-board shows which months are closed.`,
  de: `${month} ist in diesem Buch offen. Es gibt nichts zu öffnen; closing.list-board zeigt, welche Monate abgeschlossen sind.`,
}))

export const notMarked = problem('conflict', 'closing.not-marked', (month: string) => ({
  en: `Nobody marked that for ${month} in this book, so there is nothing to take back. closing.list-board shows what is marked.`,
  de: `Für ${month} ist das in diesem Buch nicht vermerkt, also gibt es nichts zurückzunehmen. closing.list-board zeigt, was vermerkt ist.`,
}))

export const monthIsClosed = problem(
  'conflict',
  'closing.month-is-closed',
  (month: string, books: number) => ({
    en: `${month} is closed in ${books === 1 ? 'this book' : `all ${books} books`}, and what was said of it then stays. Open it first with closing.reopen-period.`,
    de: `${month} ist in ${books === 1 ? 'diesem Buch' : `allen ${books} Büchern`} abgeschlossen, und was dazu vermerkt wurde, bleibt. Öffnen Sie ihn zuerst mit closing.reopen-period.`,
  }),
)

export const monthsTurned = problem('invalid', 'closing.months-turned', (from: string, to: string) => ({
  en: `The first month ${from} lies after the last, ${to}. Turn them round.`,
  de: `Der erste Monat ${from} liegt nach dem letzten, ${to}. Vertauschen Sie die beiden.`,
}))

export const tooManyMonths = problem('invalid', 'closing.too-many-months', (max: number) => ({
  en: `At most ${max} months are marked at once. Begin with a later one.`,
  de: `Höchstens ${max} Monate werden auf einmal vermerkt. Beginnen Sie mit einem späteren.`,
}))

export const scheduleNotFound = problem('not-found', 'closing.schedule-not-found', (id: string) => ({
  en: `There is no schedule ${id} that you can use. Choose one from closing.list-schedules.`,
  de: `Es gibt keinen Plan ${id}, den Sie verwenden können. Wählen Sie einen aus closing.list-schedules.`,
}))

export const oneKind = problem('invalid', 'closing.one-kind', () => ({
  en: 'A schedule is of one kind. Give one of recurring, reversing, spread and loan.',
  de: 'Ein Plan ist von einer Art. Geben Sie eines von recurring, reversing, spread und loan an.',
}))

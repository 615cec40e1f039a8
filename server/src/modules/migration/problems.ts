import { inEach } from '#kernel/languages.ts'
import { firstOf, Problem, problem } from '#kernel/problem.ts'
import type { Fault } from './source-books.ts'

export const FILES_MAX = 100
export const COMPANIES_MAX = 200
export const FAULTS_TOLD_MAX = 200

export const oneContent = problem('invalid', 'migration.one-content', (name: string) => ({
  en: `"${name}" has to come with one of csv and base64. Send the text of a CSV file, or the bytes of any file in base64.`,
  de: `„${name}“ braucht genau eines von csv und base64. Senden Sie den Text einer CSV-Datei, oder die Bytes einer beliebigen Datei in base64.`,
}))

export const fileTooLong = problem('invalid', 'migration.file-too-long', (name: string, rowsMax: number) => ({
  en: `"${name}" has more than ${rowsMax.toLocaleString('en')} rows. Export the report for shorter periods, and import them one after the other.`,
  de: `„${name}“ hat mehr als ${rowsMax.toLocaleString('de')} Zeilen. Exportieren Sie den Bericht für kürzere Zeiträume, und importieren Sie sie nacheinander.`,
}))

export const tooManyCompanies = problem(
  'invalid',
  'migration.too-many-companies',
  (companies: number, companiesMax: number) => ({
    en: `The files hold ${companies} companies, and one import takes ${companiesMax}. Send them in parts.`,
    de: `Die Dateien enthalten ${companies} Gesellschaften, und ein Import nimmt ${companiesMax} auf. Senden Sie sie in Teilen.`,
  }),
)

export const importNotFound = problem('not-found', 'migration.import-not-found', (id: string) => ({
  en: `There is no import ${id} that you can see. Choose one from migration.list-imports.`,
  de: `Es gibt keinen Import ${id}, den Sie sehen können. Wählen Sie einen aus migration.list-imports.`,
}))

export const bookChanged = problem('conflict', 'migration.book-changed', (company: string) => ({
  en: `The book of ${company} was changed after the files were checked, so that they do not tie out any more. Nothing of it was posted; import the files again.`,
  de: `Das Buch von ${company} wurde geändert, nachdem die Dateien geprüft waren, so dass sie nicht mehr aufgehen. Nichts davon wurde gebucht; importieren Sie die Dateien noch einmal.`,
}))

export const entriesRefused = problem(
  'conflict',
  'migration.entries-refused',
  (company: string, refused: number, message: string) => ({
    en: `The book of ${company} refused ${refused.toLocaleString('en')} of its entries: ${message} What was posted stays; correct this, and import the same files again: nothing is posted twice.`,
    de: `Das Buch von ${company} hat ${refused.toLocaleString('de')} seiner Buchungen abgelehnt: ${message} Was gebucht ist, bleibt; berichtigen Sie das, und importieren Sie dieselben Dateien noch einmal: Nichts wird doppelt gebucht.`,
  }),
)

/** Nothing moves: what is wrong in which file, the first of it. */
export function doesNotTieOut(given: {
  faults: readonly Fault[]
  differences: number
  first: Fault['message'] | undefined
  nameOf(fileAt: number): string
}): Problem {
  const { faults, differences, first, nameOf } = given
  const told = faults.slice(0, 50).map(({ fileAt, row, cell, company, message }) => ({
    path: fileAt === null ? '/files' : `/files/${fileAt}`,
    message: inEach((language) => {
      const place = [fileAt === null ? company : nameOf(fileAt), cell ?? row].filter((part) => part !== null)
      return `${place.length === 0 ? '' : `${place.join(', ')}: `}${message[language]}`
    }),
  }))
  const { says } = firstOf(told)
  const why = told.length > 0 ? says : (first ?? says)
  const count = faults.length + differences
  return new Problem({
    kind: 'invalid',
    code: 'migration.does-not-tie-out',
    message: {
      en: `Nothing was imported: ${count === 1 ? 'one thing has' : `${count.toLocaleString('en')} things have`} to be put right first. ${why.en}`,
      de: `Nichts wurde importiert: ${count === 1 ? 'Eine Sache ist' : `${count.toLocaleString('de')} Sachen sind`} zuerst zu berichtigen. ${why.de}`,
    },
    fields: told,
  })
}

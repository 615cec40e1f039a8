import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { BEHIND } from './behind-queries.ts'

export const behindRule = exceptionRule({
  name: 'closing.behind',
  title: { en: 'Books that hold back the close', de: 'Bücher, die den Abschluss aufhalten' },
  stated: {
    en: 'A book is open for a month that is closed, softly or for good, in nine of ten books; of fewer than twenty, in all but one.',
    de: 'Ein Buch ist für einen Monat offen, der in neun von zehn Büchern vorläufig oder endgültig abgeschlossen ist; von weniger als zwanzig in allen außer einem.',
  },
  permission: 'ledger.read',
  opens: { with: 'ledger.read' },
  facts: z.object({ entity: z.string(), month: z.string(), closed: z.string().nullable() }),
  rows: BEHIND,
  says: ({ entity, month, closed }) => ({
    en: `The book of "${entity}" is open for ${month}, which the others are closed for; ${closed === null ? 'no month of it is closed' : `it is closed to ${closed}`}. See on the board of the close what holds it back.`,
    de: `Das Buch von „${entity}“ ist für ${month} offen, und die anderen sind dafür abgeschlossen; ${closed === null ? 'noch kein Monat davon ist abgeschlossen' : `es ist bis ${closed} abgeschlossen`}. Sehen Sie in der Abschlussübersicht, was es aufhält.`,
  }),
})

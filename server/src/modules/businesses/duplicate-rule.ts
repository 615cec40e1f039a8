import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { DUPLICATES } from './duplicates-queries.ts'

const WHY = {
  name: { en: 'have the same name', de: 'haben denselben Namen' },
  link: { en: 'share a web address', de: 'teilen eine Webadresse' },
  near: {
    en: 'have names that differ by a letter or two',
    de: 'haben Namen, die sich um ein, zwei Buchstaben unterscheiden',
  },
}

export const duplicateRule = exceptionRule({
  name: 'businesses.duplicates',
  title: { en: 'Possible duplicate', de: 'Mögliche Dublette' },
  stated: {
    en: 'Two businesses at work have the same name (accents, legal forms and spaces apart), names of at least eight letters that differ by one or two of them (digits apart), or a web address in common, and nobody has marked them as distinct.',
    de: 'Zwei aktive Unternehmen haben denselben Namen (von Akzenten, Rechtsformen und Leerzeichen abgesehen), Namen von mindestens acht Buchstaben, die sich um ein oder zwei unterscheiden (von Ziffern abgesehen), oder eine gemeinsame Webadresse, und niemand hat sie als verschieden vermerkt.',
  },
  permission: 'businesses.read',
  points: 10,
  facts: z.object({ name: z.string(), otherName: z.string(), why: z.enum(['name', 'link', 'near']) }),
  rows: DUPLICATES,
  says: ({ name, otherName, why }) => ({
    en: `"${name}" and "${otherName}" ${WHY[why].en}. Merge them, or mark them as distinct.`,
    de: `„${name}“ und „${otherName}“ ${WHY[why].de}. Führen Sie sie zusammen, oder vermerken Sie sie als verschieden.`,
  }),
})

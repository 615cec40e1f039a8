import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { DAMAGED } from './stored-files-queries.ts'

export const damagedRule = exceptionRule({
  name: 'attachments.damaged-files',
  title: { en: 'Damaged file', de: 'Beschädigte Datei' },
  stated: {
    en: 'The bytes of an attached file were missing on the disk, or did not fit its hash, when they were last compared.',
    de: 'Die Bytes einer angefügten Datei fehlten auf der Platte oder passten nicht zu ihrer Prüfsumme, als sie zuletzt verglichen wurden.',
  },
  permission: 'attachments.read',
  facts: z.object({ name: z.string(), fault: z.enum(['missing', 'altered']) }),
  rows: DAMAGED,
  says: ({ name, fault }) => ({
    en: `The bytes of "${name}" ${fault === 'missing' ? 'are missing' : 'were altered'}. Restore the folder of files from a backup, or attach the file again.`,
    de: `Die Bytes von „${name}“ ${fault === 'missing' ? 'fehlen' : 'wurden verändert'}. Stellen Sie das Verzeichnis der Dateien aus einer Sicherung wieder her, oder fügen Sie die Datei noch einmal an.`,
  }),
})

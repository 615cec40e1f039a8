import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { DAMAGED } from './stored-files-queries.ts'

export const damagedRule = exceptionRule({
  name: 'attachments.damaged-files',
  title: 'Damaged file',
  stated:
    'The bytes of an attached file were missing on the disk, or did not fit its hash, when they were last compared.',
  permission: 'attachments.read',
  facts: z.object({ name: z.string(), fault: z.enum(['missing', 'altered']) }),
  rows: DAMAGED,
  says: ({ name, fault }) =>
    `The bytes of "${name}" ${fault === 'missing' ? 'are missing' : 'were altered'}. Restore the folder of files from a backup, or attach the file again.`,
})

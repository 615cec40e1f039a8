import { problem } from '#kernel/problem.ts'

export const contentOrUpload = problem(
  'invalid',
  'attachments.content-or-upload',
  () =>
    'Send either content (base64, for a small file) or upload (what POST /api/v1/uploads answered), and not both.',
)

export const unknownUpload = problem(
  'invalid',
  'attachments.unknown-upload',
  () =>
    'This upload is not one of yours, or more than an hour old. Send the file to POST /api/v1/uploads again, and attach what it answers.',
)

export const uploadUsed = problem(
  'conflict',
  'attachments.upload-used',
  () => 'This upload was attached already, and one is good for one file. Send the file again.',
)

export const studioFull = problem(
  'invalid',
  'attachments.studio-full',
  (given: { heldMb: number; maxMb: number }) =>
    `The studio keeps ${given.heldMb} MB of files, and ${given.maxMb} MB is the most. Put a link into a comment instead, or ask whoever runs this server for more room.`,
)

export const badName = problem(
  'invalid',
  'attachments.bad-name',
  () =>
    'Of the name nothing is left once folders and signs that cannot be seen are taken out. Name the file.',
)

export const damagedFile = problem(
  'broken',
  'attachments.damaged-file',
  (name: string) =>
    `The bytes of "${name}" are missing or are not those that were attached. Restore the folder of files from a backup, or attach the file again.`,
)

export const notYoursToRemove = problem(
  'forbidden',
  'attachments.not-yours-to-remove',
  (id: string) =>
    `The file ${id} was attached by somebody else. Removing it, or bringing it back, needs the permission attachments.moderate on what it belongs to.`,
)

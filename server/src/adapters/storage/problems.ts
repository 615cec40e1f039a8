import { problem } from '#kernel/problem.ts'

export const emptyFile = problem(
  'invalid',
  'files.empty',
  () => 'The file has no bytes, so there is nothing to keep. Choose another one.',
)

export const fileTooLarge = problem(
  'invalid',
  'files.too-large',
  (bytesMax: number) =>
    `The file is larger than ${bytesMax / 1024 / 1024} MB, which is the most for one file. Make it smaller, or put a link into a comment.`,
)

export const noRoom = problem(
  'unavailable',
  'files.no-room',
  (freeBytesMin: number) =>
    `The disk has less than ${Math.round(freeBytesMin / 1024 / 1024)} MB left, which are kept for the database, so no file is taken. Make room on it, then send the file again.`,
)

import { problem } from '#kernel/problem.ts'

export const tooManyStreams = problem(
  'too-many',
  'live.too-many-streams',
  (max: number) =>
    `This sign-in or key has ${max} live streams open, which is the most. Close one; the tabs of a browser share theirs.`,
)

export const serverFull = problem(
  'unavailable',
  'live.server-full',
  (max: number) =>
    `This process has ${max} live streams open, which is the most it takes. Try again later, or set IZA_PROCESSES to use more cores.`,
)

export const stopping = problem(
  'unavailable',
  'live.stopping',
  () => 'The server is stopping, and the stream with it. Connect again in a moment; nothing is lost.',
)

export const anotherSite = problem(
  'forbidden',
  'live.another-site',
  () => 'A page of another place opened this stream with your cookie. Open IZA OS itself, or use an API key.',
)

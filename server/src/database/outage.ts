import { DatabaseError } from 'pg'
import { Problem, problem } from '#kernel/problem.ts'

const diskFull = problem('unavailable', 'database.disk-full', () => ({
  en: 'The disk that holds the database is full, so nothing more can be written. Free some space; what was written is safe.',
  de: 'Die Platte der Datenbank ist voll, deshalb lässt sich nichts mehr schreiben. Schaffen Sie Platz; was geschrieben ist, ist sicher.',
}))
const tooSlow = problem('unavailable', 'database.too-slow', () => ({
  en: 'The database took too long over this, and it was given up; nothing was changed. Narrow the request, or try again later.',
  de: 'Die Datenbank hat hierfür zu lange gebraucht, und es wurde aufgegeben; nichts wurde geändert. Grenzen Sie die Anfrage ein, oder versuchen Sie es später.',
}))
const unreachable = problem('unavailable', 'database.unreachable', (reason: string) => ({
  en: `The database cannot be reached (${reason}). It is tried again with the next request.`,
  de: `Die Datenbank ist nicht zu erreichen (${reason}). Mit der nächsten Anfrage wird es wieder versucht.`,
}))

/** The driver's words where it gives no code: a connection that ended, and one that none of the pool's became free for. */
const GONE = ['Connection terminated', 'timeout exceeded when trying to connect', 'timeout expired']

/** What an error of the driver means to somebody who waits for an answer; undefined where it is a bug of ours. */
export function outageOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '53100' || code === 'ENOSPC') return diskFull()
  if (code === '57014' || code === '55P03') return tooSlow()
  const isConnection =
    /^(08|57P|53|28)/.test(code) || /^(ECONN|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/.test(code)
  if (isConnection) return unreachable(code)
  const isGone =
    error instanceof Error &&
    !(error instanceof DatabaseError) &&
    GONE.some((words) => error.message.startsWith(words))
  return isGone ? unreachable('no connection') : undefined
}

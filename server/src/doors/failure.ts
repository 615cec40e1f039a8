import { Problem, problem } from '#kernel/problem.ts'
import { outageOf } from '#server/database/outage.ts'

const somethingBroke = problem('broken', 'server.something-broke', (requestId: string) => ({
  en: `Something broke on our side, and nothing was changed. The log tells more under the request id ${requestId}.`,
  de: `Bei uns ist etwas zerbrochen, und nichts wurde geändert. Das Protokoll sagt unter der Anfrage ${requestId} mehr.`,
}))

/** What a door tells of any error: a problem as it is, an outage as one to try again, a bug by its request id only. */
export function failureOf(error: unknown, requestId: string, log: (error: unknown) => void): Problem {
  const known = error instanceof Problem ? error : outageOf(error)
  if (known) return known
  log(error)
  return somethingBroke(requestId)
}

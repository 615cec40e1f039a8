import { z } from 'zod'
import { inEach, type Language } from '#kernel/languages.ts'
import type { Problem } from '#kernel/problem.ts'

const MESSAGE_LENGTH_MAX = 2000

/** As jsonb holds it. What was kept before problems spoke several languages has the English message alone. */
const Kept = z
  .object({
    code: z.string(),
    message: z.string(),
    said: z.object({ en: z.string(), de: z.string() }).optional(),
  })
  .nullable()

/** A problem that somebody reads later: kept in every language, for it is not known in which. */
export function keptProblem({ code, said }: Pick<Problem, 'code' | 'said'>): z.output<typeof Kept> {
  const short = inEach((language) => said[language].slice(0, MESSAGE_LENGTH_MAX))
  return { code, message: short.en, said: short }
}

/** Throws where what is kept is none of ours. */
export function toldProblem(kept: unknown, language: Language): { code: string; message: string } | null {
  const problem = Kept.parse(kept)
  return problem && { code: problem.code, message: problem.said?.[language] ?? problem.message }
}

import { z } from 'zod'
import type { Options } from './arguments.ts'
import type { Command } from './contract.ts'
import { send, type Answer } from './send.ts'

const PARTS_MAX = 100_000
/** What is kept to be told; a log that was rewritten has a finding per line. */
const FINDINGS_MAX = 1000
const PARTS_PER_SIGN_OF_LIFE = 10

const Part = z.object({
  checked: z.object({ from: z.int().nullable(), to: z.int().nullable(), heads: z.int() }),
  findings: z.array(
    z.object({
      kind: z.string(),
      from: z.int().nullable(),
      to: z.int().nullable(),
      lineId: z.string().nullable(),
      explanation: z.string(),
    }),
  ),
  hasMoreFindings: z.boolean(),
  sealed: z.object({ lines: z.int(), at: z.string().nullable() }),
  unsealed: z.object({ lines: z.int(), since: z.string().nullable() }),
  keyId: z.string(),
  nextCursor: z.string().nullable(),
})
type Part = z.output<typeof Part>

export interface Verdict extends Omit<Part, 'checked' | 'nextCursor'> {
  checked: { lines: number; heads: number }
}

/** `iza audit verify-lines`: goes through the whole log, part by part. */
export async function verifyAudit(
  command: Command,
  input: Record<string, unknown>,
  given: { env: NodeJS.ProcessEnv; options: Options; say(line: string): void },
): Promise<{ isDone: true; verdict: Verdict } | Extract<Answer, { isDone: false }>> {
  const findings: Part['findings'] = []
  let [cursor, heads, lines, hasMore]: [string | null, number, number, boolean] = [null, 0, 0, false]
  for (let parts = 1; parts <= PARTS_MAX; parts++) {
    const answer = await send(command, { ...input, ...(cursor && { cursor }) }, given)
    if (!answer.isDone) return answer
    const part = Part.parse(answer.output)
    const { checked, sealed, unsealed, keyId } = part
    heads += checked.heads
    if (checked.from !== null && checked.to !== null) lines += checked.to - checked.from + 1
    hasMore ||= part.hasMoreFindings || findings.length + part.findings.length > FINDINGS_MAX
    findings.push(...part.findings.slice(0, FINDINGS_MAX - findings.length))
    cursor = part.nextCursor
    if (cursor === null) {
      const verdict = {
        checked: { lines, heads },
        findings,
        hasMoreFindings: hasMore,
        sealed,
        unsealed,
        keyId,
      }
      return { isDone: true, verdict }
    }
    if (parts % PARTS_PER_SIGN_OF_LIFE === 0)
      given.say(`${number(lines)} of ${number(sealed.lines)} lines checked …`)
  }
  throw new Error('the log never came to an end')
}

export function verdictText({
  checked,
  findings,
  hasMoreFindings,
  sealed,
  unsealed,
  keyId,
}: Verdict): string {
  const scope = `${many(checked.lines, 'sealed line')} under ${many(checked.heads, 'signed head')} checked`
  const told = findings.map(({ kind, explanation }) => `  ${kind.padEnd(12)}  ${explanation}`)
  const verdict =
    findings.length === 0
      ? [`${scope}: nothing was changed since it was sealed.`]
      : [`${scope}. ${hasMoreFindings ? 'More than ' : ''}${findings.length} found:`, '', ...told, '']
  const last =
    sealed.at === null ? 'Nothing is sealed yet.' : `Last sealed at ${sealed.at} with key ${keyId}.`
  const waiting =
    unsealed.since === null
      ? 'Every line is sealed.'
      : `Not sealed yet, and so not checked: ${many(unsealed.lines, 'line')} since ${unsealed.since}.`
  return [...verdict, last, waiting].join('\n')
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function many(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? '' : 's'}`
}

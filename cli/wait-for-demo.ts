import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Options } from './arguments.ts'
import type { Command } from './contract.ts'
import { send, type Answer } from './send.ts'
import { UsageError } from './usage-error.ts'

const LOOK_MS = 500
const WAIT_MS_MAX = 600_000
/** Where a demonstration lives: its own home, or that of an installation whose first start became one. */
const HOMES = ['../.iza-demo', '../.iza'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

const Runs = z.object({
  items: z.array(
    z.object({
      status: z.string(),
      progress: z.object({ done: z.number(), total: z.number(), note: z.string().nullable() }).nullable(),
      problem: z.object({ message: z.string() }).nullable(),
      result: z.unknown(),
    }),
  ),
})
const Filled = z.object({
  businesses: z.int(),
  entities: z.int(),
  stakes: z.int(),
  values: z.int(),
  // A demonstration of an earlier version was filled without books.
  books: z.int().default(0),
  entries: z.int().default(0),
  faults: z.int(),
})

/** `iza demo wait`: looks at the run that fills the demonstration, by the ordinary list of runs, until it is over. */
export async function waitForDemo(
  commands: readonly Command[],
  given: { env: NodeJS.ProcessEnv; options: Options; say(line: string): void },
): Promise<Answer> {
  const command = commands.find(({ operation }) => operation === 'runs.list-runs')
  if (!command) throw new UsageError('This contract has no runs.list-runs; run "npm run generate".')
  const { env, options } = given
  const untilMs = Date.now() + WAIT_MS_MAX
  let told: string | undefined
  while (Date.now() < untilMs) {
    const answer = await sendFromHome(command, { env, options })
    if (!answer.isDone) return answer
    const [run] = Runs.parse(answer.output).items
    if (!run) throw new UsageError('There is no demonstration here. Start one with "npm run demo".')
    if (run.status === 'done') return { isDone: true, output: Filled.parse(run.result) }
    if (run.status === 'failed' || run.status === 'cancelled') {
      const reason = run.problem?.message ?? 'somebody cancelled it'
      throw new UsageError(`The demonstration was not filled (${run.status}): ${reason}`)
    }
    const line = run.progress
      ? `${run.progress.done} of ${run.progress.total} · ${run.progress.note ?? ''}`
      : 'waiting'
    if (line !== told) given.say(line)
    told = line
    await setTimeout(LOOK_MS)
  }
  throw new UsageError(
    'The demonstration was not filled within ten minutes; iza runs list-runs tells how far it is.',
  )
}

export function filledText(output: unknown): string {
  const { businesses, entities, stakes, values, books, entries, faults } = Filled.parse(output)
  return [
    `${businesses} businesses in ${entities} entities, with ${stakes} stakes and ${values.toLocaleString('en')} values of KPIs.`,
    ...(books > 0 ? [`${books} books with ${entries.toLocaleString('en')} entries.`] : []),
    `${faults} faults were planted on purpose; docs/demo.md names them, and the list of exceptions finds them.`,
  ].join('\n')
}

/** With the key of whichever home the server that answers has, where none was named. */
async function sendFromHome(
  command: Command,
  { env, options }: { env: NodeJS.ProcessEnv; options: Options },
): Promise<Answer> {
  const input = { program: 'demo.fill-studio', limit: 1 }
  const isNamed = [env['IZA_HOME'], env['IZA_URL'], env['IZA_API_KEY'], options.url, options.key].some(
    Boolean,
  )
  const homes = isNamed ? [] : HOMES.filter((home) => existsSync(home))
  for (const home of homes) {
    const answer = await send(command, input, { env: { ...env, IZA_HOME: home }, options })
    if (answer.isDone || answer.problem['status'] !== 401) return answer
  }
  return send(command, input, { env, options })
}

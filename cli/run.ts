import { checkProof } from './check-proof.ts'
import { bookCommands } from './book-words.ts'
import { BOOK_COMMANDS } from './books.ts'
import { inputFromJson, inputFromPairs, readArguments } from './arguments.ts'
import { readCommands, type Command } from './contract.ts'
import { describe, listed, overview } from './help.ts'
import { connectMcp } from './mcp-connect.ts'
import { filledText, waitForDemo } from './wait-for-demo.ts'
import { oneField, problemText, readable } from './print.ts'
import { send, type Answer } from './send.ts'
import { verdictText, verifyAudit } from './verify-audit.ts'
import { UsageError } from './usage-error.ts'

export interface Terminal {
  env: NodeJS.ProcessEnv
  out(text: string): void
  err(text: string): void
}

const DONE = 0
const REFUSED = 1
const MISUSED = 2
const HELD = 3

/** Runs one command line; returns the exit code: 0 done, 1 refused by a problem, 2 typed wrongly or nothing there, 3 waits for a person's approval. */
export async function run(given: readonly string[], { env, out, err }: Terminal): Promise<number> {
  try {
    const { words, pairs, options } = readArguments(given)
    const commands = readCommands()
    if (words.length === 0 || words[0] === 'help') {
      out(overview(withBooks(commands)))
      return DONE
    }
    if (words[0] === 'mcp' && words[1] === 'connect') {
      const { answer, text } = await connectMcp(words[2] ?? '', commands, { env, options })
      return tell(answer, () => text)
    }
    if (words[0] === 'audit' && words[1] === 'check-proof') {
      const { isProven, text } = checkProof(pairs)
      out(options.isJson ? JSON.stringify({ isProven, text }) : text)
      return isProven ? DONE : REFUSED
    }
    if (words[0] === 'demo' && words[1] === 'wait') {
      const answer = await waitForDemo(commands, { env, options, say: options.isJson ? () => {} : err })
      return tell(answer, filledText)
    }
    const overBooks = words[0] === 'ledger' && !options.isHelp ? BOOK_COMMANDS[words[1] ?? ''] : undefined
    if (overBooks) {
      const answer = await overBooks(commands, new Map(pairs), {
        env,
        options,
        out,
        say: options.isJson ? () => {} : err,
      })
      return answer.isDone ? (answer.isRight ? DONE : REFUSED) : tell(answer, readable)
    }
    if (options.isHelp) {
      out(helpFor(commands, words))
      return DONE
    }
    const command = findCommand(commands, words)
    const input = words[0] === 'call' ? inputFromJson(options.input) : inputFromPairs(command, pairs)
    if (command.operation === 'audit.verify-lines' && words[0] !== 'call') {
      const answer = await verifyAudit(command, input, { env, options, say: options.isJson ? () => {} : err })
      if (!answer.isDone) return tell(answer, readable)
      const { verdict } = answer
      out(options.isJson ? JSON.stringify(verdict) : verdictText(verdict))
      return verdict.findings.length === 0 ? DONE : REFUSED
    }
    return tell(await send(command, input, { env, options }), readable)

    function tell(answer: Answer, show: (output: unknown) => string): number {
      if (answer.isDone) {
        if (options.only !== undefined) out(oneField(answer.output, options.only))
        else out(options.isJson ? JSON.stringify(answer.output) : show(answer.output))
        return DONE
      }
      err(options.isJson ? JSON.stringify(answer.problem) : problemText(answer.problem))
      return answer.isHeld ? HELD : REFUSED
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    err(error.message)
    return MISUSED
  }
}

/** What a module knows, or what one command takes. */
function helpFor(commands: readonly Command[], words: readonly string[]): string {
  const [module, wanted] = words
  const own = withBooks(commands).filter((command) => command.module === module)
  if (wanted === undefined && own.length > 0) return listed(own)
  return describe(own.find(({ verb }) => verb === wanted) ?? findCommand(commands, words))
}

/** Sorted as the operations are. */
function withBooks(commands: readonly Command[]): Command[] {
  return [...commands, ...bookCommands(commands)].toSorted((one, other) =>
    nameOf(one) < nameOf(other) ? -1 : 1,
  )
}

function nameOf({ module, verb }: Command): string {
  return `${module} ${verb}`
}

function findCommand(commands: readonly Command[], words: readonly string[]): Command {
  const [first = '', second = '', ...more] = words
  if (more.length > 0)
    throw new UsageError(`"${more[0]}" is one word too many. Fields are given as --name value.`)
  const wanted = first === 'call' ? second : `${first}.${second}`
  const found = commands.find(({ operation }) => operation === wanted)
  if (found) return found
  const ofModule = commands.filter(({ module }) => module === first)
  const begun = second ? ofModule.filter(({ verb }) => verb.startsWith(second)) : []
  if (begun[0] && begun.length === 1) return begun[0]
  if (begun.length > 1)
    throw new UsageError(`"${words.join(' ')}" could be: ${begun.map(({ verb }) => verb).join(', ')}.`)
  const near = ofModule.map(({ verb }) => verb)
  const hint = near.length > 0 ? `"${first}" knows: ${near.join(', ')}.` : 'Run "iza help" for the list.'
  throw new UsageError(`There is no command "${words.join(' ')}". ${hint}`)
}

import { z } from 'zod'
import type { Options } from './arguments.ts'
import type { Command } from './contract.ts'
import { send, type Answer } from './send.ts'
import { UsageError } from './usage-error.ts'

interface Given {
  env: NodeJS.ProcessEnv
  options: Options
  out(text: string): void
  say(line: string): void
}

const BOOKS_PER_PAGE = 200
/** The last day that a book takes: balances of everything that is posted, as the journals have it. */
const LAST_DAY = '2199-12-31'
const Books = z.object({
  items: z.array(z.object({ id: z.string(), entity: z.object({ name: z.string() }) })),
  nextCursor: z.string().nullable(),
})
type Book = z.output<typeof Books>['items'][number]
const Part = z.object({ text: z.string(), nextCursor: z.string().nullable() })
const Trial = z.object({
  rows: z.array(z.object({ journalAccount: z.string(), currency: z.string(), balance: z.string() })),
})
const Verified = z.object({
  checked: z.int(),
  findings: z.array(z.object({ kind: z.string(), entryId: z.string().nullable(), explanation: z.string() })),
  hasMoreFindings: z.boolean(),
  nextCursor: z.string().nullable(),
})
type Verified = z.output<typeof Verified>

type Refused = Extract<Answer, { isDone: false }>

/** What the terminal does over all books at once: each is a loop over operations that know one. Exit codes are those of `run`. */
export const BOOK_COMMANDS: Record<
  string,
  (
    commands: readonly Command[],
    pairs: Map<string, string>,
    given: Given,
  ) => Promise<Refused | { isDone: true; isRight: boolean }>
> = {
  /** Every book as a journal, one after another: hledger and beancount read them as one. */
  async export(commands, pairs, given) {
    const format = only(pairs, 'format') ?? 'hledger'
    return overBooks(commands, given, undefined, async ({ id: bookId }) =>
      throughParts(commands, 'ledger.export-journal', { bookId, format }, given, (output) => {
        const { text, nextCursor } = Part.parse(output)
        // The terminal ends each text with a line break of its own.
        if (text !== '') given.out(text.replace(/\n$/, ''))
        return nextCursor
      }),
    )
  },

  async 'trial-balance'(commands, pairs, given) {
    const [entityId, effectiveOn = LAST_DAY] = [pairs.get('entity-id'), pairs.get('effective-on')]
    refuseOthers(pairs, ['entity-id', 'effective-on'])
    if ((entityId === undefined) !== given.options.isAllEntities)
      throw new UsageError('Say whose: --entity-id ent_…, or --all-entities.')
    const rows: z.output<typeof Trial>['rows'] = []
    const done = await overBooks(commands, given, entityId, async ({ id: bookId }) => {
      const command = named(commands, 'ledger.get-trial-balance')
      const answer = await send(command, { bookId, effectiveOn }, given)
      if (!answer.isDone) return answer
      const { rows: own } = Trial.parse(answer.output)
      rows.push(
        ...own.map(({ journalAccount, currency, balance }) => ({ journalAccount, currency, balance })),
      )
      return undefined
    })
    if (done.isDone) given.out(given.options.isJson ? JSON.stringify(rows) : table(rows))
    return done
  },

  async verify(commands, pairs, given) {
    refuseOthers(pairs, [])
    const findings: Verified['findings'] = []
    let [entries, books, hasMore] = [0, 0, false]
    const done = await overBooks(commands, given, undefined, async ({ id: bookId, entity }) => {
      books += 1
      given.say(`${entity.name} …`)
      return throughParts(commands, 'ledger.verify-entries', { bookId }, given, (output) => {
        const part = Verified.parse(output)
        entries += part.checked
        findings.push(...part.findings)
        hasMore ||= part.hasMoreFindings
        return part.nextCursor
      })
    })
    if (!done.isDone) return done
    const scope = `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'} in ${books} book${books === 1 ? '' : 's'} checked`
    const told = findings.map(({ kind, explanation }) => `  ${kind.padEnd(14)}  ${explanation}`)
    const verdict =
      findings.length === 0
        ? `${scope}: each is what was posted. That the audit itself was not changed, "iza audit verify" tells.`
        : [`${scope}. ${hasMore ? 'More than ' : ''}${findings.length} found:`, '', ...told].join('\n')
    given.out(
      given.options.isJson ? JSON.stringify({ books, entries, findings, hasMoreFindings: hasMore }) : verdict,
    )
    return { isDone: true, isRight: findings.length === 0 }
  },
}

async function overBooks(
  commands: readonly Command[],
  given: Given,
  entityId: string | undefined,
  work: (book: Book) => Promise<Refused | undefined>,
): Promise<Refused | { isDone: true; isRight: boolean }> {
  const input = { limit: BOOKS_PER_PAGE, ...(entityId !== undefined && { entityId }) }
  const books: Book[] = []
  const refused = await throughParts(commands, 'ledger.list-books', input, given, (output) => {
    const page = Books.parse(output)
    books.push(...page.items)
    return page.nextCursor
  })
  if (refused) return refused
  for (const book of books) {
    const stopped = await work(book)
    if (stopped) return stopped
  }
  return { isDone: true, isRight: true }
}

/** Asks again with the cursor of the part before, until there is none. */
async function throughParts(
  commands: readonly Command[],
  operation: string,
  input: Record<string, unknown>,
  given: Given,
  take: (output: unknown) => string | null,
): Promise<Refused | undefined> {
  const command = named(commands, operation)
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const answer = await send(command, { ...input, ...(cursor !== undefined && { cursor }) }, given)
    if (!answer.isDone) return answer
    cursor = take(answer.output)
  }
  return undefined
}

function named(commands: readonly Command[], operation: string): Command {
  const found = commands.find((command) => command.operation === operation)
  if (!found) throw new UsageError(`This contract has no ${operation}; run "npm run generate".`)
  return found
}

function only(pairs: Map<string, string>, name: string): string | undefined {
  refuseOthers(pairs, [name])
  return pairs.get(name)
}

function refuseOthers(pairs: Map<string, string>, known: readonly string[]): void {
  const other = [...pairs.keys()].find((name) => !known.includes(name))
  if (other !== undefined)
    throw new UsageError(
      `"--${other}" is no field of this command${known.length > 0 ? `; it knows: --${known.join(', --')}` : ''}.`,
    )
}

function table(rows: readonly { journalAccount: string; currency: string; balance: string }[]): string {
  const wide = Math.max(0, ...rows.map(({ journalAccount }) => journalAccount.length))
  const amounts = Math.max(0, ...rows.map(({ balance }) => balance.length))
  return rows
    .map(
      ({ journalAccount, currency, balance }) =>
        `${journalAccount.padEnd(wide)}  ${balance.padStart(amounts)} ${currency}`,
    )
    .join('\n')
}

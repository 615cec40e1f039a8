import type { Command } from './contract.ts'

interface Described {
  verb: string
  /** The operation that it asks again and again. */
  of: string
  summary: string
  /** Those of the operation that it takes too. */
  taken: readonly string[]
  own: Command['fields']
}

const OVER_BOOKS: readonly Described[] = [
  {
    verb: 'export',
    of: 'ledger.export-journal',
    summary: 'Prints every book as a journal, one after another: hledger and beancount read them as one.',
    taken: ['format'],
    own: [],
  },
  {
    verb: 'trial-balance',
    of: 'ledger.get-trial-balance',
    summary: 'Prints what stands on every account, of all books or of those of one entity.',
    taken: [],
    own: [
      option('allEntities', 'Of every book. Say this, or whose.'),
      option('entityId', 'Of this entity alone: ent_…'),
      option('effectiveOn', 'With all that counts up to this day; all that is posted where it is not named.'),
    ],
  },
  {
    verb: 'verify',
    of: 'ledger.verify-entries',
    summary:
      'Checks every entry of every book against what was posted; exit code 1 where something was changed.',
    taken: [],
    own: [],
  },
]

/** What `books.ts` does, described as the operations that it repeats. */
export function bookCommands(commands: readonly Command[]): Command[] {
  return OVER_BOOKS.flatMap(({ verb, of, summary, taken, own }) =>
    commands
      .filter(({ operation }) => operation === of)
      .map((command) => {
        const fields = command.fields.filter(({ name }) => taken.includes(name))
        return Object.assign({}, command, { verb, summary, fields: [...own, ...fields] })
      }),
  )
}

function option(name: string, description: string): Command['fields'][number] {
  return { name, isRequired: false, schema: { description } }
}

import { flagOf } from './arguments.ts'
import type { Command, Field } from './contract.ts'
import { typesOf } from './value.ts'

/** A line for each: what it is called, and what it does. */
export function listed(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ module, verb }) => `${module} ${verb}`.length))
  return commands
    .map(({ module, verb, summary }) => `  ${`${module} ${verb}`.padEnd(width)}  ${summary}`)
    .join('\n')
}

export function overview(commands: readonly Command[]): string {
  return `iza — every operation of IZA OS, from a terminal

  iza <module> <verb> --field value …      for example: iza businesses list-businesses --search acme
  iza <module> --help                      what it knows
  iza <module> <verb> --help               its fields
  iza call <operation> --input '{…}'       the input as JSON ("-" reads standard input)
  iza mcp connect claude|cursor|vscode     a key for an agent's client, and what to tell it

  iza audit verify-lines                   the whole audit, checked; exit code 1 when something was changed
  iza audit check-proof --proof … --public-key …   one line, checked without a server

  iza demo wait                            until the demonstration studio is filled; what is in it then

  A value that begins with @ is the text of that file: --csv @businesses.csv; with @@ it begins with one @.

  The beginning of a verb is enough where no other begins so: iza audit verify

  --json              print the answer as JSON
  --only <field>      print one field of the answer as it is, for example into a file
  --dry-run           do everything and take it back: what would happen
  --idempotency-key   send a write again safely
  --url, --key        another place than this machine (or IZA_URL, IZA_API_KEY)

${listed(commands)}`
}

export function describe({ module, verb, operation, summary, permission, fields }: Command): string {
  const width = Math.max(0, ...fields.map(({ name }) => flagOf(name).length))
  const lines = fields.map((field) => `  --${flagOf(field.name).padEnd(width)}  ${explain(field)}`)
  return `iza ${module} ${verb}
${summary}
Operation ${operation}; needs the permission ${permission}.

${lines.join('\n') || '  It takes no fields.'}`
}

function explain({ schema, isRequired }: Field): string {
  const words = Array.isArray(schema['enum']) ? schema['enum'].join(' | ') : undefined
  const text = typeof schema['description'] === 'string' ? schema['description'] : ''
  const several = typesOf(schema).includes('array') ? '(may be given several times)' : ''
  return [isRequired ? '(required)' : '', text, words && `[${words}]`, several].filter(Boolean).join(' ')
}

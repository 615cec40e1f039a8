import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MODULES = fileURLToPath(new URL('../server/src/modules', import.meta.url))
const READ_VERBS = new Set(['get', 'find', 'list', 'search', 'count', 'export'])

/** `npm run new -- ledger close-period`: an operation and its test, registered in the module's index. */
function writeOperation(module: string, verb: string): string[] {
  const folder = join(MODULES, module)
  const operationFile = join(folder, `${verb}.ts`)
  const testFile = join(folder, `${verb}.test.ts`)
  if (existsSync(operationFile))
    stop(`${operationFile} exists already. Choose another verb, or edit that one.`)
  if (!existsSync(join(folder, 'index.ts'))) {
    stop(
      `There is no module "${module}" yet. Make its folder with a README.md (vocabulary, invariants) and an index.ts first.`,
    )
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(operationFile, operationText(module, verb))
  writeFileSync(testFile, testText(module, verb))
  const indexFile = join(folder, 'index.ts')
  writeFileSync(indexFile, registered(readFileSync(indexFile, 'utf8'), verb))
  execFileSync(
    process.execPath,
    ['node_modules/prettier/bin/prettier.cjs', '--write', operationFile, testFile, indexFile],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
    },
  )
  return [operationFile, testFile, indexFile]
}

function operationText(module: string, verb: string): string {
  const isRead = READ_VERBS.has(verb.split('-', 1)[0] ?? '')
  return `import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'

export const ${camel(verb)} = operation({
  name: '${module}.${verb}',
  summary: '${sentence(verb)}.',
  effect: '${isRead ? 'read' : 'write'}',
  scope: { of: 'studio' },
  permission: '${module}.${isRead ? 'read' : 'write'}',
  risk: 'none',
  input: z.strictObject({}),
  output: z.strictObject({}),
  examples: async () => [{}],
  async handle(_input, _context) {
    return {}
  },
})
`
}

function testText(module: string, verb: string): string {
  return `import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, machineKey } = await testWay()
await call('identity.found-studio', OWNER)

test('${sentence(verb).toLowerCase()}: tell here what must happen, and watch it fail first', async () => {
  deepEqual(await call('${module}.${verb}', {}, machineKey), { say: 'what it answers' })
})
`
}

/** Adds the import at the top and the name to the list of operations, which ends with the file's last bracket. */
function registered(index: string, verb: string): string {
  const name = camel(verb)
  const end = index.lastIndexOf(']')
  if (end < 0) stop('The module’s index.ts holds no list of operations to add to.')
  const comma = /[[,]\s*$/.test(index.slice(0, end)) ? '' : ', '
  return `import { ${name} } from './${verb}.ts'\n${index.slice(0, end)}${comma}${name}${index.slice(end)}`
}

function camel(verb: string): string {
  return verb.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase())
}

function sentence(verb: string): string {
  const words = verb.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function stop(text: string): never {
  console.error(`\n  ${text}\n`)
  process.exit(1)
}

const [module = '', verb = ''] = process.argv.slice(2)
if (!/^[a-z][a-z-]*$/.test(module) || !/^[a-z]+(-[a-z]+)+$/.test(verb)) {
  stop('Name a module and a verb with its noun, as in: npm run new -- ledger close-period')
}
for (const file of writeOperation(module, verb)) console.log(`  wrote ${file}`)
console.log('  Next: fill it in, run "npm run generate" for the contract, and "npm test -- every-operation".')

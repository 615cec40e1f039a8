import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const ENTITIES = [
  ['Heron Conseil SARL', 'EUR'],
  ['Heron Labs Ltd', 'USD'],
  ['Kestrel Media Inc.', 'USD'],
  ['Linnet Foods LLC', 'USD'],
  ['Martin Systeme GmbH', 'EUR'],
  ['Sparrow Studio LLC', 'USD'],
  ['Wren Analytics Inc.', 'USD'],
  ['Plover Shops LLC', 'USD'],
] as const
const Made = z.object({ id: z.string() })
const Imported = z.object({ importId: z.string().nullable(), tiesOut: z.boolean(), faultCount: z.int() })

test('the commands of the guide to migration work as they stand there', async () => {
  const { url, machineKey } = await testSystem({ isFounded: true })
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const iza = async (words: string[]): Promise<unknown> => {
    const lines: string[] = []
    const [out, err] = [(line: string) => lines.push(line), (line: string) => lines.push(line)]
    equal(await run([...words, '--json'], { env, out, err }), 0, `${words.join(' ')}\n${lines.join('\n')}`)
    return JSON.parse(lines.join('\n'))
  }
  let [entityId, importId] = ['', '']
  for (const [name, currency] of ENTITIES) {
    const entity = [
      '--name',
      name,
      '--kind',
      'LLC',
      '--jurisdiction',
      'US-DE',
      '--functional-currency',
      currency,
    ]
    entityId = Made.parse(await iza(['entities', 'create-entity', ...entity])).id
  }
  const guide = readFileSync(new URL('migration.md', import.meta.url), 'utf8')
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  const told: [boolean, number][] = []
  for (const command of commands) {
    const filled = command.replaceAll('ent_…', entityId).replaceAll('bki_…', importId)
    const words = [...filled.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const imported = Imported.safeParse(await iza(words))
    if (!imported.success) continue
    told.push([imported.data.tiesOut, imported.data.faultCount])
    importId = imported.data.importId ?? ''
  }
  equal(commands.length, 6)
  deepEqual(told, [
    [false, 1],
    [true, 0],
    [true, 0],
    [true, 0],
  ])
})

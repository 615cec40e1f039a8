import { equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

/** Every `npx iza` line of the guide to KPIs runs, in their order; the ids are those that were made before or on the way. */
const { url, machineKey } = await testSystem({ isFounded: true })
const Made = z.object({ id: z.string() })

async function iza(words: string[]) {
  const lines: string[] = []
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const exit = await run([...words, '--json'], {
    env,
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
  })
  return { exit, told: lines.join('\n') }
}

async function made(...words: string[]): Promise<string> {
  return Made.parse(JSON.parse((await iza(words)).told)).id
}

test('the commands of the guide work as they stand there', async () => {
  const entityId = await made(
    'entities',
    'create-entity',
    '--name',
    'Guide LLC',
    '--kind',
    'LLC',
    '--jurisdiction',
    'US-DE',
  )
  const businessId = await made('businesses', 'create-business', '--name', 'Guide', '--entity-id', entityId)
  const guide = readFileSync(new URL('kpis.md', import.meta.url), 'utf8')
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  ok(commands.length >= 10)
  let kpiId = ''
  for (const command of commands) {
    const filled = command.replaceAll('biz_…', businessId).replaceAll('kpi_…', kpiId)
    const words = [...filled.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const { exit, told } = await iza(words)
    equal(exit, 0, `${command}\n${told}`)
    if (kpiId === '') kpiId = Made.parse(JSON.parse(told)).id
  }
  const { told } = await iza(['kpis', 'list-contradictions', '--kpi-id', kpiId])
  equal(JSON.parse(told).items[0].differencePercent, 9.1)
})

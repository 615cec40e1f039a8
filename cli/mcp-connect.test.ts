import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { run } from './run.ts'

const { url, machineKey } = await testSystem({ isFounded: true })

async function iza(...words: string[]) {
  const lines: string[] = []
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const exit = await run(words, { env, out: (line) => lines.push(line), err: (line) => lines.push(line) })
  return { exit, text: lines.join('\n') }
}

test('each client gets a key of its own that reads and drafts, and never the owner’s', async () => {
  for (const client of ['claude', 'cursor', 'vscode']) {
    const { exit, text } = await iza('mcp', 'connect', client)
    equal(exit, 0, text)
    ok(text.includes(`${url}/mcp`) && !text.includes(machineKey), text)
    const [token = ''] = /iza_key_[\w-]{43}/.exec(text) ?? []
    const me = await fetch(new URL('/api/v1/identity/get-me', url), {
      headers: { authorization: `Bearer ${token}` },
    })
    const { actor, grants } = Object(await me.json())
    deepEqual([actor.name, grants[0].role], [`MCP: ${client}`, 'operator'])
    const written = await fetch(new URL('/api/v1/businesses/create-category', url), {
      method: 'POST',
      body: JSON.stringify({ name: 'Drafted' }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    equal(written.status, 202)
    match(text, /drafts: what it wants to change waits/)
  }
})

test('an unknown client is told which ones there are', async () => {
  const { exit, text } = await iza('mcp', 'connect', 'emacs')
  equal(exit, 2)
  match(text, /claude, cursor, vscode/)
})

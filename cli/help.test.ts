import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { run } from './run.ts'

async function helpOf(...words: string[]): Promise<string> {
  const told: string[] = []
  const err: string[] = []
  const code = await run([...words, '--help'], {
    env: {},
    out: (text) => void told.push(text),
    err: (text) => void err.push(text),
  })
  deepEqual([code, err], [0, []])
  return told.join('\n')
}

test('what the terminal does over all books tells what it takes, as operations do', async () => {
  match(
    await helpOf('ledger', 'export'),
    /^iza ledger export\n.*every book[^]*--format +\[hledger \| beancount\]$/,
  )
  match(await helpOf('ledger', 'trial-balance'), /--all-entities[^]*--entity-id[^]*--effective-on/)
  match(await helpOf('ledger', 'verify'), /^iza ledger verify\n[^]*takes no fields/)
  match(await helpOf('ledger', 'verify-entries'), /^iza ledger verify-entries\n[^]*--book-id/)
})

test('a module tells what it knows, these among the rest', async () => {
  const lines = (await helpOf('ledger')).split('\n')
  const verbs = lines.map((line) => String(line.trim().split(/\s+/, 2)[1]))
  deepEqual(
    verbs,
    verbs.toSorted((one, other) => (one < other ? -1 : 1)),
  )
  for (const verb of ['export', 'post-entry', 'trial-balance', 'verify', 'verify-entries'])
    equal(verbs.includes(verb), true, verb)
})

import { globSync, readFileSync } from 'node:fs'

export const EVENT_NAMES_FILE = new URL('../server/src/catalogue/event-names.ts', import.meta.url)

/** Where the name is put together: what it is put together of. */
const PUT_TOGETHER: Record<string, readonly string[]> = {
  'attachments.file-': ['removed', 'restored'],
  'approvals.approval-': ['done', 'requested'],
  'runs.run-': ['cancelled', 'done', 'failed', 'paused', 'queued', 'stopped'],
}
/** `type: 'module.noun-verbed'`, also as either side of a choice. */
const TYPE =
  /\btype(?::| =) (?:[^'\n]*\? )?'([a-z]+\.[a-z]+(?:-[a-z]+)+)'(?: : '([a-z]+\.[a-z]+(?:-[a-z]+)+)')?/g

const MADE = /`([a-z]+\.[a-z]+-)\$\{/g

/** Every type of event that the sources record, so that subscribers can choose among them. */
export function eventNamesSource(): string {
  const root = new URL('../', import.meta.url)
  const files = globSync('server/src/**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/test-*.ts', '**/event-names.ts'],
  })
  const sources = files.map((file) => readFileSync(new URL(file, root), 'utf8'))
  for (const [, start = ''] of sources.flatMap((source) => [...source.matchAll(MADE)]))
    if (!(start in PUT_TOGETHER))
      throw new Error(`An event "${start}…" is put together of what? Say it here.`)
  const written = sources.flatMap((source) =>
    [...source.matchAll(TYPE)].flatMap(([, one, other]) => [one ?? [], other ?? []].flat()),
  )
  const made = Object.entries(PUT_TOGETHER).flatMap(([start, ends]) => ends.map((end) => start + end))
  const types = [...new Set([...written, ...made])].sort()
  return `// GENERATED from the sources by "npm run generate". Do not edit.

/** Every type of event that there is, as \`record\` is given it. */
export const EVENT_NAMES = [
${types.map((type) => `  '${type}',\n`).join('')}] as const
`
}

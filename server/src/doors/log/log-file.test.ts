import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { atEnd } from '#server/database/at-end.ts'
import { openLogFile } from './log-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'iza-log-'))
atEnd(async () => rmSync(folder, { recursive: true, force: true }))

test('a log takes five files of its size and no more, the newest lines in the first', () => {
  const path = join(folder, 'iza.log')
  const log = openLogFile(path, 1000)
  for (let at = 0; at < 500; at++) {
    log.write(`${String(at).padStart(99, '.')}\n`)
    log.flush()
  }
  deepEqual(readdirSync(folder).toSorted(), ['iza.log', 'iza.log.1', 'iza.log.2', 'iza.log.3', 'iza.log.4'])
  for (const name of readdirSync(folder)) ok(statSync(join(folder, name)).size <= 1000)
  ok(readFileSync(path, 'utf8').trimEnd().endsWith('.499'))
  equal(statSync(path).mode & 0o777, 0o600)
  equal(openLogFile(path, 1000).write('once more\n'), undefined)
})

test('what was written before goes on being counted after a start', () => {
  const path = join(folder, 'again.log')
  for (let start = 0; start < 3; start++) {
    const log = openLogFile(path, 100)
    log.write(`${'x'.repeat(99)}\n`)
    log.flush()
  }
  deepEqual(
    readdirSync(folder)
      .filter((name) => name.startsWith('again'))
      .toSorted(),
    ['again.log', 'again.log.1', 'again.log.2'],
  )
})

test('a log whose folder has gone ends nothing', () => {
  const gone = mkdtempSync(join(folder, 'gone-'))
  const log = openLogFile(join(gone, 'iza.log'), 10)
  rmSync(gone, { recursive: true })
  for (let at = 0; at < 3; at++) {
    log.write('a line that is longer than a file\n')
    log.flush()
  }
})

import { sameInAll } from '#kernel/languages.ts'
import { deepEqual, match } from 'node:assert/strict'
import { test } from 'node:test'
import { createPartsWatch } from './parts-watch.ts'
import type { PartStatus } from './process-report.ts'

test('a part keeps since when it is as it is, and whoever throws is down with the reason', async () => {
  let nowMs = 1000
  let status: PartStatus | 'throws' = 'ok'
  const watch = createPartsWatch(() => nowMs)
  await watch.begin([
    {
      name: 'disk',
      async look() {
        if (status === 'throws') throw new Error('ENOENT')
        return { status, sentence: sameInAll(`It is ${status}.`) }
      },
    },
  ])
  const after = async (next: typeof status) => {
    status = next
    nowMs += 1000
    await watch.lookAtAll()
    return watch.all().map((part) => [part.status, part.sinceMs])
  }
  deepEqual(await after('ok'), [['ok', 1000]])
  deepEqual(await after('degraded'), [['degraded', 3000]])
  deepEqual(await after('throws'), [['down', 4000]])
  match(watch.all()[0]?.sentence.en ?? '', /ENOENT/)
  deepEqual(await after('throws'), [['down', 4000]])
  await watch.close()
})

import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { unfit } from './problems.ts'

test('how many of a list there are to be is told in words, in every language', () => {
  const Lists = z.object({ lines: z.array(z.string()).min(2), ids: z.array(z.string()).max(1) })
  const given = { lines: ['one'], ids: ['one', 'two'] }
  const { error } = Lists.safeParse(given)
  deepEqual(error && unfit('ledger.post-entry', error, given).fields, [
    {
      path: '/lines',
      message: { en: 'expected at least 2 items', de: 'erwartet werden mindestens 2 Einträge' },
    },
    { path: '/ids', message: { en: 'expected at most 1 item', de: 'erwartet wird höchstens 1 Eintrag' } },
  ])
})

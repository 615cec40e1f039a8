import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { atEnd } from '#server/database/at-end.ts'
import { earned, founded, notesIn, rowsOf, testGroup } from './test-group.ts'

const DAYS = ['2026-01-01', '2026-12-31'] as const
const OTHERWISE = 'Ownership is as it was recorded at that instant; it has been recorded otherwise since.'
const { act, book, owns, consolidate, figures, database } = await testGroup()
const admin = new pg.Client(database.configFor('admin'))
await admin.connect()
atEnd(() => admin.end())

test('a consolidation of an earlier instant reads stakes as they were recorded then, with the last days that they had', async () => {
  const [parent, child] = [await book('Then Parent'), await book('Then Child')]
  await founded(child, [[undefined, 100]])
  await earned(child, 50, '2026-05-01')
  const alone = await consolidate(parent, ...DAYS)
  const stakeId = await owns(parent, child, '100')
  const whole = await consolidate(parent, ...DAYS)
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  const halfYear = await consolidate(parent, ...DAYS)
  await act('entities.end-stake', { stakeId, until: '2026-03-31' })
  await owns(parent, child, '60', { from: '2026-04-01' })
  const now = await consolidate(parent, ...DAYS)
  deepEqual(
    [alone, whole, halfYear, now].map(({ entities, result, resultOfOthers }) => [
      entities,
      result,
      resultOfOthers,
    ]),
    [
      [1, '0.00', '0.00'],
      [2, '50.00', '0.00'],
      // Let go for nothing: 50, less the 150 that it stood at
      [1, '-100.00', '0.00'],
      [2, '50.00', '20.00'],
    ],
  )
  for (const made of [alone, whole, halfYear, now]) {
    const again = await consolidate(parent, ...DAYS, { recordedAt: made['knownAt'] })
    equal(again['digest'], made['digest'])
    deepEqual(
      notesIn((await figures(again)).whole).filter((one) => one === OTHERWISE),
      made === now ? [] : [OTHERWISE],
    )
  }
})

test('what was withdrawn later stood then, and a judgement that came later did not', async () => {
  const [parent, child] = [await book('Judged Parent'), await book('Judged Child')]
  await founded(child, [[undefined, 100]])
  const stakeId = await owns(parent, child, '40')
  const influence = await consolidate(parent, ...DAYS)
  await act('entities.record-judgement', {
    entityId: child.entityId,
    owner: { entityId: parent.entityId },
    controls: true,
    from: '2025-01-01',
    reason: 'Appoints the board',
  })
  const control = await consolidate(parent, ...DAYS)
  await act('entities.withdraw-stake', { stakeId, reason: 'It is of another entity.' })
  const methodsOf = async (recordedAt: unknown) =>
    rowsOf((await figures(await consolidate(parent, ...DAYS, { recordedAt }))).whole, 'ownership').map(
      ({ method, sharePercent }) => `${String(method)} ${String(sharePercent)}`,
    )
  deepEqual((await methodsOf(influence['knownAt'])).toSorted(), ['equity 40', 'full 100'])
  deepEqual((await methodsOf(control['knownAt'])).toSorted(), ['full 100', 'full 40'])
})

async function notesOf(id: unknown, compareWithId?: unknown): Promise<string[]> {
  const whole = await act('group.get-consolidation', { id, compareWithId })
  return notesIn(whole).map((one) => one.slice(0, 40))
}

test('what an earlier way of reckoning made says so, beside its repetition too', async () => {
  const parent = await book('Reckoned Parent')
  await founded(parent, [[undefined, 100]])
  const made = await consolidate(parent, ...DAYS)
  const again = await consolidate(parent, ...DAYS)
  deepEqual([again['digest'], again['reckoning']], [made['digest'], made['reckoning']])
  await admin.query('update consolidation set reckoning = 1 where id = $1', [made['id']])
  deepEqual(await notesOf(again['id']), [])
  deepEqual(await notesOf(made['id']), ['It was made by an earlier way of reckoni'])
  deepEqual(await notesOf(again['id'], made['id']), ['What it is set beside was made by anothe'])
})

test('who serves cannot say when a last day was replaced', async () => {
  const { rows } = await admin.query(
    `select has_column_privilege('iza_app', 'stake_end_before', 'replaced_at', 'insert') as insert,
       has_table_privilege('iza_app', 'stake_end_before', 'update') as update`,
  )
  deepEqual(rows, [{ insert: false, update: false }])
})

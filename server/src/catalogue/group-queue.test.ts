import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { createGroupQueue } from './group-queue.ts'

function fulfilled<T>(value: T): PromiseFulfilledResult<T> {
  return { status: 'fulfilled', value }
}

test('a call alone goes at once, and those that wait go together', async () => {
  const groups: number[][] = []
  const gates: (() => void)[] = []
  const queue = createGroupQueue<number, number>(
    async (items) => {
      groups.push(items)
      await new Promise<void>((open) => gates.push(open))
      return items.map((item) => fulfilled(item * 2))
    },
    () => undefined,
  )
  const answers = [1, 2, 3, 4, 5].map((item) => queue.submit('a', item))
  deepEqual(groups, [[1], [2]]) // two lanes are taken; three, four and five wait
  while (gates.length > 0) {
    gates.shift()?.()
    await new Promise(setImmediate)
  }
  deepEqual(await Promise.all(answers), [2, 4, 6, 8, 10])
  deepEqual(groups, [[1], [2], [3, 4, 5]])
})

test('items that clash never share a group, and both are answered', async () => {
  const groups: string[][] = []
  const queue = createGroupQueue<string, string>(
    async (items) => {
      groups.push(items)
      await new Promise(setImmediate)
      return items.map(fulfilled)
    },
    (item) => item,
  )
  const sent = ['x', 'y', 'k', 'k', 'k', 'other']
  deepEqual(await Promise.all(sent.map((item) => queue.submit('a', item))), sent)
  for (const group of groups) equal(new Set(group).size, group.length)
})

test('a group that breaks rejects its own calls, and the next one still runs', async () => {
  let breaks = true
  const queue = createGroupQueue<number, number>(
    async (items) => {
      if (breaks) throw new Error('broken')
      return items.map(fulfilled)
    },
    () => undefined,
  )
  await rejects(queue.submit('a', 1), /broken/)
  breaks = false
  equal(await queue.submit('a', 2), 2)
})

test('a missing answer is an error, not a call that hangs', async () => {
  const queue = createGroupQueue<number, number>(
    async () => [],
    () => undefined,
  )
  await rejects(queue.submit('a', 1), (error) => ok(error instanceof Error) === undefined)
})

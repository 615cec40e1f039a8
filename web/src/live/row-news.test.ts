import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { newsAfter, NO_NEWS } from './row-news.ts'

const set = (ids: string) => new Set(ids.split(' ').filter(Boolean))
const changed = (all: string, fresh = '') => ({ all: set(all), fresh: set(fresh) })
const list = (shown: string, found: string, hasMore = false) => ({
  shown: set(shown),
  found: set(found),
  hasMore,
})

test('what the list would show and does not is new; what it shows and would not is gone', () => {
  deepEqual(newsAfter(NO_NEWS, changed('a b c d', 'c'), list('a b', 'a c')), {
    added: set('c'),
    gone: set('b'),
  })
})

test('a row changed further down a list that is loaded in part is not new, and one just made is', () => {
  deepEqual(newsAfter(NO_NEWS, changed('far made', 'made'), list('a', 'far made', true)), {
    added: set('made'),
    gone: set(''),
  })
})

test('what came and went again is no news, and other news stays', () => {
  const before = { added: set('x y'), gone: set('a b') }
  deepEqual(newsAfter(before, changed('x a'), list('a b', 'a')), { added: set('y'), gone: set('b') })
})

import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, mentionAt, partsOf, typedOf } from './words-in.ts'

const ann = { id: 'per_01aaaaaaaaaaaaaaaaaaaaaaaa', name: 'Ann' }
const anna = { id: 'per_01bbbbbbbbbbbbbbbbbbbbbbbb', name: 'Anna (CFO)' }

test('people and addresses are found, and everything else is text', () => {
  const shown = (body: string, people: (typeof ann)[]) =>
    partsOf(body, people).map(({ at: _at, ...part }) => part)
  deepEqual(shown(`See https://iza.example/a?b=1, @[${ann.id}]! <b>no</b> javascript:alert(1)`, [ann]), [
    { text: 'See ' },
    { link: 'https://iza.example/a?b=1' },
    { text: ', ' },
    { person: ann },
    { text: '! <b>no</b> javascript:alert(1)' },
  ])
  deepEqual(shown(`@[${anna.id}]`, [ann]), [{ text: `@[${anna.id}]` }])
  deepEqual(partsOf('', []), [])
})

test('what is typed by name is sent by id, and comes back by name', () => {
  const typed = '@Anna (CFO) asks @Ann, not @Annabel'
  const body = bodyOf(typed, [ann, anna])
  equal(body, `@[${anna.id}] asks @[${ann.id}], not @Annabel`)
  equal(typedOf(body, [ann, anna]), typed)
  equal(bodyOf('@Ann', []), '@Ann')
})

test('somebody is being mentioned from the @ to the caret', () => {
  deepEqual(mentionAt('Hello @Ad', 9), { from: 6, named: 'Ad' })
  deepEqual(mentionAt('@', 1), { from: 0, named: '' })
  deepEqual(mentionAt('Hello @Ada Lo and', 13), { from: 6, named: 'Ada Lo' })
  equal(mentionAt('ada@example', 11), undefined)
  equal(mentionAt('@Ada Lovelace said', 18), undefined)
})

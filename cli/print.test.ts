import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { readable } from './print.ts'

test('a list is a table, and the lists within an answer are tables below its names and values', () => {
  const answer = {
    importId: null,
    tiesOut: false,
    tags: ['a', 'b'],
    words: [],
    companies: [
      {
        company: 'Heron Labs Ltd',
        entity: { id: 'ent_1', name: 'Heron Labs' },
        debit: '10.00',
        bookId: null,
        sides: [{ side: 'debit' }],
        account: { id: 'acc_1', code: '1010' },
      },
      { company: 'Lark LLC', entity: null, debit: '7.50', bookId: null, sides: [], account: null },
    ],
    faults: [
      {
        company: 'Lark LLC',
        message:
          'No entity that you can use is called "Lark LLC".\nChoose the one that it is, or register it first.',
      },
    ],
  }
  equal(
    readable(answer),
    [
      'importId  —',
      'tiesOut   false',
      'tags      a, b',
      'words     —',
      '',
      'companies',
      'company         entity      debit',
      'Heron Labs Ltd  Heron Labs  10.00',
      'Lark LLC        —           7.50',
      '',
      'faults',
      'company   message',
      'Lark LLC  No entity that you can use is called "Lark LLC". Choose the one that it is, or register it first.',
    ].join('\n'),
  )
  equal(readable({ items: [{ id: 'a', name: 'b' }], total: 1, nextCursor: null }), 'id  name\na   b\n1 of 1')
})

test('a long table within an answer ends, and says so', () => {
  const rows = Array.from({ length: 201 }, (_nothing, at) => ({ row: at }))
  equal(readable({ rows }).split('\n').at(-1), '200 of 201; all of them with --json')
})

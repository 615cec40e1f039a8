import { deepEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { document, redactor, secret } from './secret-fields.ts'

test('secrets never reach the audit, and documents do as a digest: wherever they stand, with nothing else touched', () => {
  const redact = redactor(
    z.strictObject({
      csv: document(z.string()),
      rows: document(z.array(z.strictObject({ name: z.string() }))).optional(),
      people: z.array(z.strictObject({ email: z.string(), password: secret(z.string()) })),
    }),
  )
  const input = {
    csv: 'Name\nAda\n',
    rows: [{ name: 'Ada' }, { name: 'Bob' }],
    people: [
      { email: 'ada@example.com', password: 'one' },
      { email: 'bob@example.com', password: 'two' },
    ],
  }
  const before = structuredClone(input)
  deepEqual(redact(input), {
    csv: { sha256: sha256(input.csv), length: 9 },
    rows: { sha256: sha256('[{"name":"Ada"},{"name":"Bob"}]'), length: 2 },
    people: [
      { email: 'ada@example.com', password: '[redacted]' },
      { email: 'bob@example.com', password: '[redacted]' },
    ],
  })
  deepEqual(input, before)
  deepEqual(redact({ csv: '', people: [] }), { csv: { sha256: sha256(''), length: 0 }, people: [] })
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

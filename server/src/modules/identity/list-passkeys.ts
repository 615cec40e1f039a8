import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { ownPerson } from './own-person.ts'
import { countPasskeys, pageOfPasskeys } from './passkey-queries.ts'
import { Passkey } from './passkey-schema.ts'
import { passkeysShown } from './passkeys-shown.ts'

const NAME = 'identity.list-passkeys'
const ORDER = ['newest']

export const listPasskeys = operation({
  name: NAME,
  summary: 'Pages through your own passkeys, newest first.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(Passkey),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx, access }) {
    const { personId } = ownPerson({ access }, NAME)
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfPasskeys(tx, personId, after, limit + 1),
      countPasskeys(tx, personId),
    ])
    const items = await passkeysShown(tx, personId, rows)
    return pageFrom(items, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})

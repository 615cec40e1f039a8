import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countRoles, pageOfRoles } from './grant-queries.ts'
import { CustomRole } from './schema.ts'

const ORDER = ['id']

export const listRoles = operation({
  name: 'identity.list-roles',
  summary:
    "Pages through the studio's own roles. Owner, admin, finance, operator, analyst and auditor exist beside them.",
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'identity.read-people',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(CustomRole),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([pageOfRoles(tx, after, limit + 1), countRoles(tx)])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})

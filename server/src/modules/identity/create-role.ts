import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { holdsAll } from '#server/catalogue/permissions.ts'
import { insertRole } from './grant-queries.ts'
import { ownPermissions } from './grants-given.ts'
import { cannotGrantMore, roleNameTaken } from './problems.ts'
import { CustomRole, Permissions } from './schema.ts'

export const createRole = operation({
  name: 'identity.create-role',
  summary: "Adds a role of the studio's own: a name and what it allows. It can allow no more than you hold.",
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'identity.manage-people',
  risk: 'none',
  input: z.strictObject({ name: line(60), permissions: Permissions }),
  output: CustomRole,
  examples: async () => [
    { name: `Scout ${newId('role').slice(-6)}`, permissions: ['*.read', 'identity.use-own'] },
  ],
  async handle({ name, permissions }, { tx, access, record }) {
    const actor = present(access, 'somebody signed in')
    if (!holdsAll(ownPermissions(actor), permissions)) throw cannotGrantMore(name)
    const id = newId('role')
    if (!(await insertRole(tx, { id, studio_id: actor.studioId, name, permissions })))
      throw roleNameTaken(name)
    record({ type: 'identity.role-created', subjectId: id, after: { name, permissions } })
    return { id, name, permissions }
  },
})

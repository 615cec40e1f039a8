import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { holdsAll } from '#server/catalogue/permissions.ts'
import { askBeforeGiving } from './above-limit.ts'
import { createRole } from './create-role.ts'
import { findRoles, updateRolePermissions } from './grant-queries.ts'
import { ownPermissions } from './grants-given.ts'
import { cannotGrantMore, unknownRole } from './problems.ts'
import { CustomRole, Permissions } from './schema.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

const MANAGE = 'identity.manage-people'

export const updateRole = operation({
  name: 'identity.update-role',
  summary:
    "Changes what one of the studio's own roles allows, for everyone who has it, from their next request on.",
  effect: 'write',
  scope: { of: 'studio' },
  permission: MANAGE,
  risk: 'none',
  input: z.strictObject({ roleId: id('role'), permissions: Permissions }),
  output: z.strictObject({ role: CustomRole, previous: Permissions }),
  examples: async (factory) => {
    const [example] = await createRole.examples(factory)
    const { id: roleId } = await factory.invoke(createRole, createRole.types.input.parse(example))
    return [{ roleId, permissions: ['businesses.read', 'identity.use-own'] }]
  },
  undo: ({ roleId }, { previous }) => ({
    operation: 'identity.update-role',
    input: { roleId, permissions: previous },
  }),
  async handle({ roleId, permissions }, context) {
    const { tx, access, record } = context
    const actor = present(access, 'somebody signed in')
    const [role] = await findRoles(tx, [roleId])
    if (!role) throw unknownRole(roleId)
    // Both ways: taking from a role that allows more than one holds would also be a change to what others hold.
    const own = ownPermissions(actor)
    if (!holdsAll(own, permissions) || !holdsAll(own, role.permissions)) throw cannotGrantMore(role.name)
    const added = permissions.filter((one) => !role.permissions.includes(one))
    await askBeforeGiving(context, { permissions: added, by: MANAGE })
    await updateRolePermissions(tx, roleId, permissions)
    await raiseAccessEpoch(tx, actor.studioId)
    const previous = role.permissions
    record({
      type: 'identity.role-updated',
      subjectId: roleId,
      before: { permissions: previous },
      after: { permissions },
    })
    return { role: { id: roleId, name: role.name, permissions }, previous }
  },
})

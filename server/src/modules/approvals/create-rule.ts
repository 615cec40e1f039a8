import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { canBeHeld } from '#server/catalogue/hold.ts'
import { operation, type ExampleFactory } from '#server/catalogue/operation.ts'
import { unknownOperation } from '#server/catalogue/problems.ts'
import { createRole, findRoles, raiseAccessEpoch } from '../identity/index.ts'
import { findOperation, type OperationsOf } from '#server/catalogue/find-operation.ts'
import { cannotBeHeld, ruleExists, tooManyRules, unknownRole } from './problems.ts'
import { countRules, findRule, findRuleLike, insertRule, reviveRule } from './rules-queries.ts'
import { ApprovalRule, RuleFields } from './schema.ts'

/** As many as `readApprovalRules` reads. */
const RULES_MAX = 200

const Input = z
  .strictObject({
    operation: RuleFields.operation.optional(),
    risk: RuleFields.risk.optional(),
    role: RuleFields.role.nullable().default(null),
    expiresAfterHours: RuleFields.expiresAfterHours.default(72),
  })
  .refine((input) => (input.operation === undefined) !== (input.risk === undefined), {
    path: ['operation'],
    message: 'name either an operation or a risk',
  })

/** A role that nobody holds, so that examples hold nobody up. */
async function exampleRole(factory: ExampleFactory): Promise<string> {
  const [example] = await createRole.examples(factory)
  return (await factory.invoke(createRole, createRole.types.input.parse(example))).id
}

export function createRule(operations: OperationsOf) {
  return operation({
    name: 'approvals.create-rule',
    summary:
      'Makes an operation, or every write of a risk (one of the two), wait for a person: for everybody, or for who may do it by one role alone.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'approvals.manage-rules',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: Input,
    output: ApprovalRule,
    examples: async (factory) => {
      const role = await exampleRole(factory)
      return [
        { operation: 'businesses.archive-business', role },
        { risk: 'irreversible' as const, role, expiresAfterHours: 24 },
      ]
    },
    undo: (_input, { id: ruleId }) => ({ operation: 'approvals.delete-rule', input: { ruleId } }),
    async handle({ operation: wanted, risk, role, expiresAfterHours }, { tx, access, actor, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const held = wanted === undefined ? undefined : findOperation(operations, wanted)
      if (wanted !== undefined && !held) throw unknownOperation(wanted)
      if (held && !canBeHeld(held)) throw cannotBeHeld(held.name)
      if (role?.startsWith('rol_') && (await findRoles(tx, [role])).length === 0) throw unknownRole(role)
      const content = { operation: wanted ?? null, risk: risk ?? null, role }
      const like = await findRuleLike(tx, content)
      if (like && like.ended_at === null) throw ruleExists(like.id)
      if ((await countRules(tx)) >= RULES_MAX) throw tooManyRules(RULES_MAX)
      const ruleId = like?.id ?? newId('approval_rule')
      if (like) await reviveRule(tx, ruleId, { expiresAfterHours, createdBy: actor.id })
      else {
        const more = { expires_after_hours: expiresAfterHours, created_by: actor.id }
        await insertRule(tx, { id: ruleId, studio_id: studioId, ...content, ...more })
      }
      await raiseAccessEpoch(tx, studioId)
      record({ type: 'approvals.rule-created', subjectId: ruleId, after: { ...content, expiresAfterHours } })
      return present(await findRule(tx, ruleId), 'the rule that was made').rule
    },
  })
}

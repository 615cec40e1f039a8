import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { raiseAccessEpoch } from '../identity/index.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { createRule } from './create-rule.ts'
import { ruleNotFound } from './problems.ts'
import { endRule, findRule } from './rules-queries.ts'
import { ApprovalRule } from './schema.ts'

export function deleteRule(operations: OperationsOf) {
  return operation({
    name: 'approvals.delete-rule',
    summary:
      'Ends a rule: from the next request on, what it held happens at once. What waits already keeps waiting.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'approvals.manage-rules',
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({ ruleId: id('approval_rule') }),
    output: ApprovalRule,
    examples: async (factory) => {
      const [example] = await createRule(operations).examples(factory)
      const made = createRule(operations)
      return [{ ruleId: (await factory.invoke(made, made.types.input.parse(example))).id }]
    },
    undo: (_input, { operation: held, risk, role, expiresAfterHours }) => ({
      operation: 'approvals.create-rule',
      input: {
        ...(held !== null && { operation: held }),
        ...(risk !== null && { risk }),
        role,
        expiresAfterHours,
      },
    }),
    async handle({ ruleId }, { tx, access, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const found = await findRule(tx, ruleId)
      if (!found || found.hasEnded) throw ruleNotFound(ruleId)
      const { operation: held, risk, role, expiresAfterHours } = found.rule
      await endRule(tx, ruleId)
      await raiseAccessEpoch(tx, studioId)
      const before = { operation: held, risk, role, expiresAfterHours }
      record({ type: 'approvals.rule-deleted', subjectId: ruleId, before })
      return found.rule
    },
  })
}

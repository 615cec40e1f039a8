import { z } from 'zod'
import { actorKind, id, instant, line } from '#server/catalogue/fields.ts'
import { ApprovalStatus } from './approval-states.ts'

const ROLE_TEXT = /^(owner|admin|finance|operator|analyst|auditor|rol_[0-7][0-9a-hjkmnp-tv-z]{25})$/

export const RuleFields = {
  operation: z
    .string()
    .min(3)
    .max(120)
    .describe('The operation that waits, such as businesses.archive-business.'),
  risk: z
    .enum(['none', 'money', 'external', 'irreversible'])
    .describe('Every write of this risk waits; none is all that have no other.'),
  role: z
    .string()
    .max(40)
    .regex(ROLE_TEXT, 'expected owner, admin, finance, operator, analyst, auditor or the id of a role')
    .describe('Only those who may do it by this role alone; they cannot accept it either.'),
  expiresAfterHours: z.int().min(1).max(720).describe('How long it waits for a decision.'),
}

export const ApprovalRule = z
  .strictObject({
    id: id('approval_rule'),
    operation: RuleFields.operation.nullable(),
    risk: RuleFields.risk.nullable(),
    role: RuleFields.role.nullable(),
    roleName: line(60).nullable(),
    expiresAfterHours: RuleFields.expiresAfterHours,
    createdAt: instant(),
  })
  .meta({ id: 'ApprovalRule' })
export type ApprovalRule = z.output<typeof ApprovalRule>

const Anything = z.record(z.string().max(200), z.unknown())
const Someone = z.strictObject({ id: id('person'), name: line(120) })

const Fields = {
  id: id('approval'),
  operation: z.string().max(120),
  input: Anything.describe('What was asked for, without its secrets.'),
  requester: z
    .strictObject({ kind: actorKind(), id: z.string().max(40), name: line(200) })
    .describe('With whose rights it is carried out.'),
  personBehind: Someone.nullable().describe('Whose own hand the requester is; they cannot accept it.'),
  door: z.string().max(20),
  because: z
    .enum(['rule', 'drafts-only', 'demanded'])
    .describe('A rule holds it, its key only drafts, or the operation itself asks for a second person.'),
  demand: z.string().max(1000).nullable().describe('Why the operation asks for a second person.'),
  touches: z
    .array(z.string().max(40))
    .max(1000)
    .describe('Entities, categories and businesses that it names.'),
  says: z
    .string()
    .max(4000)
    .nullable()
    .describe('What would be done, in a sentence; null where nothing says it.'),
  status: ApprovalStatus,
  requestedAt: instant(),
  expiresAt: instant(),
  decidedBy: Someone.nullable(),
  decidedAt: instant().nullable(),
  reason: z.string().max(500).nullable(),
  runId: id('run').nullable().describe('The run that carries it out.'),
  endedAt: instant().nullable(),
  problem: z
    .strictObject({ code: z.string().max(120), message: z.string().max(2000) })
    .nullable()
    .describe('Why it could not be carried out.'),
}

export const Approval = z.strictObject(Fields).meta({ id: 'Approval' })
export type Approval = z.output<typeof Approval>

export const Preview = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        type: z.string().max(120),
        subjectId: z.string().max(40),
        before: Anything.nullable(),
        after: Anything.nullable(),
      }),
    )
    .max(50),
  total: z.int().min(0).describe('All changes, also those beyond the fifty that are shown.'),
})

/** One approval with what it takes to decide on it. */
export const ApprovalInFull = z
  .strictObject({
    ...Fields,
    preview: Preview.nullable().describe(
      'What it would have changed when it was asked for. Null where it reaches outside and cannot be tried.',
    ),
    canDecide: z.boolean(),
    cannotDecideBecause: z.string().max(500).nullable(),
  })
  .meta({ id: 'ApprovalInFull' })

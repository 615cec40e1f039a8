import { z } from 'zod'
import { id, instant, line, prose } from '#server/catalogue/fields.ts'

/** A day of the calendar; registers do not reach further back, nor plans further on. */
export function day() {
  return z.iso
    .date()
    .max(10)
    .regex(/^(1[89]|2[01])/, 'expected a day from 1800-01-01 to 2199-12-31')
    .describe('A day, YYYY-MM-DD, from 1800 to 2199.')
}

const Percent = z
  .string()
  .max(10)
  .regex(
    /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/,
    'expected a percentage from 0 to 100 with at most six decimals',
  )

export const HolderKind = z.enum(['person', 'investor'])
export type HolderKind = z.output<typeof HolderKind>
export const HolderFields = {
  name: line(200).describe('The name of a person, or of an investor that is no entity of the studio.'),
  kind: HolderKind.describe('An outside person, or an investor.'),
}
export const Holder = z
  .strictObject({ id: id('holder'), ...HolderFields, createdAt: instant() })
  .meta({ id: 'Holder' })
export type Holder = z.output<typeof Holder>

/** An entity of the studio, or a holder outside it. */
export const OwnerFields = {
  entityId: id('entity').optional(),
  holderId: id('holder').optional(),
}
export const OwnerRef = z
  .strictObject(OwnerFields)
  .refine(
    ({ entityId, holderId }) => (entityId === undefined) !== (holderId === undefined),
    'name either an entity or a holder',
  )
  .describe('Exactly one of the two: an entity of the studio, or a holder outside it.')
export type OwnerRef = z.output<typeof OwnerRef>

const Named = {
  entity: z.strictObject({ id: id('entity'), name: line(200) }).describe('What is owned.'),
  owner: z
    .strictObject({
      entityId: id('entity').nullable(),
      holderId: id('holder').nullable(),
      name: line(200),
    })
    .describe('Who owns: an entity of the studio, or a holder.'),
}
const Withdrawn = {
  recordedAt: instant(),
  withdrawnAt: instant().nullable().describe('Set where it was recorded by mistake.'),
  withdrawnReason: prose(400).nullable(),
}
export const Reason = prose(400).min(1).describe('Why it was a mistake.')

export const StakeFields = {
  entityId: id('entity').describe('The entity that is owned.'),
  owner: OwnerRef,
  votingPercent: Percent.describe('Share of the votes, in percent: "33.333333".'),
  economicPercent: Percent.describe('Share of profit and of what is left, in percent.'),
  from: day().describe('The first day on which it holds.'),
  until: day().nullable().default(null).describe('Its last day; null while no end is known.'),
  evidence: prose(400)
    .min(1)
    .nullable()
    .default(null)
    .describe('What shows it: a register, a deed, an agreement.'),
}
export const Stake = z
  .strictObject({
    id: id('stake'),
    ...Named,
    votingPercent: Percent,
    economicPercent: Percent,
    from: day(),
    until: day().nullable(),
    evidence: prose(400).nullable(),
    ...Withdrawn,
  })
  .meta({ id: 'Stake' })
export type Stake = z.output<typeof Stake>

export const JudgementFields = {
  entityId: id('entity').describe('The entity that is or is not controlled.'),
  owner: OwnerRef,
  controls: z.boolean().describe('Whether the owner controls the entity, whatever the votes say.'),
  from: day().describe('The first day on which it holds.'),
  until: day().nullable().default(null).describe('Its last day; null while no end is known.'),
  reason: prose(2000).min(1).describe('Why: an agreement, a golden share, a board majority.'),
}
export const Judgement = z
  .strictObject({
    id: id('judgement'),
    ...Named,
    controls: z.boolean(),
    from: day(),
    until: day().nullable(),
    reason: prose(2000),
    ...Withdrawn,
  })
  .meta({ id: 'Judgement' })
export type Judgement = z.output<typeof Judgement>

import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleOwnership } from './example-ownership.ts'
import { readOwnership } from './ownership-queries.ts'
import { day } from './ownership-schema.ts'
import { ownerNotFound, structureTooLarge } from './problems.ts'
import { recordStake } from './record-stake.ts'
import { ROOTS_TOLD_MAX, structureOf } from './structure.ts'

const NODES_MAX = 5000
const EDGES_MAX = 20_000

/** A union of the two would be refused by GraphQL in an input. */
const NodeId = z
  .string()
  .max(40)
  .regex(/^(ent|hol)_[0-7][0-9a-hjkmnp-tv-z]{25}$/, 'expected the id of an entity or of a holder')
  .describe('Id of an entity or of a holder.')
const Percent = z.string().max(10)

const Node = z.strictObject({
  id: NodeId,
  name: line(200),
  kind: z.enum(['entity', 'person', 'investor']),
  isRoot: z.boolean().describe('Whether the structure is looked at from here.'),
  lookThrough: z
    .array(z.strictObject({ ownerId: NodeId, economicPercent: Percent }))
    .max(ROOTS_TOLD_MAX)
    .describe('The economic share of each root over all chains, to the nearest millionth of a percent.'),
  lookThroughIsCut: z.boolean().describe(`True where more than ${ROOTS_TOLD_MAX} roots share in it.`),
  control: z
    .strictObject({
      controllerId: NodeId,
      controllerName: line(200),
      by: z.enum(['votes', 'judgement']),
      votingPercent: Percent.describe('Votes that the controller casts with all that it controls.'),
    })
    .nullable()
    .describe('Who controls it in the end; null where nobody is known to.'),
  unrecorded: z
    .strictObject({ votingPercent: Percent, economicPercent: Percent })
    .nullable()
    .describe('What of an entity no stake accounts for; null for holders.'),
})
const Edge = z.strictObject({
  stakeId: id('stake'),
  entityId: id('entity'),
  ownerId: NodeId,
  votingPercent: Percent,
  economicPercent: Percent,
})

export const getStructure = operation({
  name: 'entities.get-structure',
  summary:
    'Reads who owns and controls which entity on a day: stakes, look-through shares, control, and what is not recorded.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'entities.read',
  risk: 'none',
  input: z.strictObject({
    on: day(),
    rootId: NodeId.optional().describe('Only what this entity or holder owns, directly or not.'),
  }),
  output: z.strictObject({
    nodes: z.array(Node).max(NODES_MAX),
    edges: z.array(Edge).max(EDGES_MAX),
    changesOn: z.array(day()).max(400).describe('The days on which the structure changes; the newest 400.'),
  }),
  examples: async (factory) => {
    const { entityId, owner } = await exampleOwnership(factory)
    const stake = { votingPercent: '60', economicPercent: '55.5', from: '2024-01-01' }
    await factory.invoke(recordStake, { entityId, owner, ...stake })
    return [{ on: '2025-01-01', rootId: owner.holderId }, { on: '2025-01-01' }]
  },
  async handle({ on, rootId }, { tx }) {
    const all = await readOwnership(tx)
    if (rootId !== undefined && !all.nodes.has(rootId)) throw ownerNotFound(rootId)
    const structure = structureOf(all, on, rootId)
    if (structure.nodes.length > NODES_MAX) throw structureTooLarge(structure.nodes.length, NODES_MAX)
    return structure
  },
})

import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { consolidateEntity } from './consolidate-entity.ts'
import { exampleGroup } from './example-group.ts'
import { Consolidation, compareWithId } from './schema.ts'
import { toldConsolidation } from './told-consolidation.ts'

export const getConsolidation = operation({
  name: 'group.get-consolidation',
  summary:
    'Tells a consolidation by caption: the sum of the entities, eliminations and the total, at its last day, in its period and as cash flows, with the rates, ownership and proofs behind it; beside another one where it is named.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({ id: id('consolidation'), compareWithId: compareWithId() }),
  output: Consolidation,
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    const given = { entityId: parentId, from: '2026-01-01', to: '2026-03-31' }
    const made = await factory.invoke(consolidateEntity, given)
    const before = await factory.invoke(consolidateEntity, { ...given, to: '2026-02-28' })
    return [{ id: made.id }, { id: made.id, compareWithId: before.id }]
  },
  async handle({ id: wanted, compareWithId: other }, { tx, language }) {
    return toldConsolidation(tx, { id: wanted, compareWithId: other }, language)
  },
})

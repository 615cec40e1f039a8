import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { insertHolder } from './holders-queries.ts'
import { Holder, HolderFields } from './ownership-schema.ts'
import { holderNameTaken } from './problems.ts'

export const createHolder = operation({
  name: 'entities.create-holder',
  summary: 'Adds an outside person or investor, so that stakes in entities can be theirs.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject(HolderFields),
  output: Holder,
  examples: async () => [
    { name: `Fund ${newId('holder').slice(-6)} LP`, kind: 'investor' as const },
    { name: `Grace ${newId('holder').slice(-6)}`, kind: 'person' as const },
  ],
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'a holder belongs to a studio')
    const holder = await insertHolder(tx, { id: newId('holder'), studio_id: studioId, ...given })
    if (!holder) throw holderNameTaken(given.name)
    record({ type: 'entities.holder-created', subjectId: holder.id, after: given })
    return holder
  },
})

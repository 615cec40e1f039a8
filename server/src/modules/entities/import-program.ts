import { importProgram } from '#server/modules/imports/index.ts'
import { createEntities } from './create-entities.ts'
import { Structure } from './new-structure.ts'

export const entityImport = importProgram({
  name: 'entities.import-entities',
  nouns: ['row of entities', 'rows of entities'],
  note: 'Registering the entities',
  content: Structure,
  empty: {},
  async carryOut(structure, work) {
    const { entityIds, holderIds, stakeIds } = await work.invoke('create', createEntities, structure)
    return { entities: entityIds.length, holders: holderIds.length, stakes: stakeIds.length }
  },
})

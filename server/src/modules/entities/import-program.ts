import { importProgram } from '#server/modules/imports/index.ts'
import { createEntities } from './create-entities.ts'
import { Structure } from './new-structure.ts'

export const entityImport = importProgram({
  name: 'entities.import-entities',
  nouns: {
    en: ['row of entities', 'rows of entities'],
    de: ['Zeile mit Gesellschaften', 'Zeilen mit Gesellschaften'],
  },
  note: { en: 'Registering the entities', de: 'Legt die Gesellschaften an' },
  content: Structure,
  empty: {},
  async carryOut(structure, work) {
    const { entityIds, holderIds, stakeIds } = await work.invoke('create', createEntities, structure)
    return { entities: entityIds.length, holders: holderIds.length, stakes: stakeIds.length }
  },
})

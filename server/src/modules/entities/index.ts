import { createEntity } from './create-entity.ts'
import { getEntity } from './get-entity.ts'
import { listEntities } from './list-entities.ts'
import { updateEntity } from './update-entity.ts'

export { entitiesNamed, namesOfEntities } from './entities-queries.ts'
export { exampleEntity } from './example-entity.ts'

export const entitiesOperations = [createEntity, getEntity, listEntities, updateEntity]

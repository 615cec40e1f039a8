import { createEntity } from './create-entity.ts'
import { listEntities } from './list-entities.ts'

export { entitiesNamed, namesOfEntities } from './entities-queries.ts'
export { exampleEntity } from './example-entity.ts'

export const entitiesOperations = [createEntity, listEntities]

import { archiveBusiness } from './archive-business.ts'
import { createBusiness } from './create-business.ts'
import { createCategory } from './create-category.ts'
import { createEntity } from './create-entity.ts'
import { getBusiness } from './get-business.ts'
import { listBusinesses } from './list-businesses.ts'
import { listCategories } from './list-categories.ts'
import { listEntities } from './list-entities.ts'
import { restoreBusiness } from './restore-business.ts'
import { summariseBusinesses } from './summarise-businesses.ts'
import { updateBusiness } from './update-business.ts'
import { updateBusinesses } from './update-businesses.ts'

export { exampleBusiness } from './example-business.ts'
export { exampleEntity } from './example-entity.ts'

export const businessesOperations = [
  archiveBusiness,
  createBusiness,
  createCategory,
  createEntity,
  getBusiness,
  listBusinesses,
  listCategories,
  listEntities,
  restoreBusiness,
  summariseBusinesses,
  updateBusiness,
  updateBusinesses,
]

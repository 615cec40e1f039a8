import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createBusiness } from './create-business.ts'
import { exampleEntity } from '#server/modules/entities/index.ts'

export async function exampleBusiness(factory: ExampleFactory, name = 'Example Business') {
  const { id: entityId } = await exampleEntity(factory)
  return factory.invoke(createBusiness, { name, entityId, stage: 'validation' })
}

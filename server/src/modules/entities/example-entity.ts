import { newId } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createEntity } from './create-entity.ts'

/** An entity for examples and tests to build on; made through the operation itself. */
export function exampleEntity(factory: ExampleFactory) {
  const name = `Holding ${newId('entity').slice(-8)} LLC`
  return factory.invoke(createEntity, { name, kind: 'LLC', jurisdiction: 'US-DE' })
}

import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { exampleEntity } from '#server/modules/entities/index.ts'
import { listLines } from './list-lines.ts'

/** The line of a change that has just been made. */
export async function exampleLine(factory: ExampleFactory): Promise<Id<'audit_line'>> {
  const { id: subjectId } = await exampleEntity(factory)
  const { items } = await factory.invoke(listLines, { subjectId })
  return present(items[0], 'a write leaves a line').id
}

import type { Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createSchedule } from './create-schedule.ts'

export async function exampleSchedule(
  factory: ExampleFactory,
): Promise<{ id: Id<'schedule'>; bookId: Id<'book'> }> {
  const [example] = await createSchedule.examples(factory)
  return factory.invoke(createSchedule, createSchedule.types.input.parse(example))
}

import type { z } from 'zod'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { EXAMPLE_URL } from './example-url.ts'
import type { Endpoint } from './schema.ts'

export async function exampleEndpoint(
  factory: ExampleFactory,
  create: ReturnType<typeof createEndpoint>,
): Promise<Endpoint> {
  const input: z.input<typeof create.types.input> = { url: EXAMPLE_URL, eventTypes: ['businesses.*'] }
  return (await factory.invoke(create, input)).endpoint
}

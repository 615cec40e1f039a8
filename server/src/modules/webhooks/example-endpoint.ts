import type { z } from 'zod'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import type { createEndpoint } from './create-endpoint.ts'
import type { sendTest } from './send-test.ts'
import type { Delivery, Endpoint } from './schema.ts'

/** A name that stands for nobody (RFC 2606), and leads nowhere. */
export const EXAMPLE_URL = 'https://hooks.invalid/iza'

export interface ExampleMeans {
  create: ReturnType<typeof createEndpoint>
  test: ReturnType<typeof sendTest>
}

export async function exampleEndpoint(
  factory: ExampleFactory,
  create: ReturnType<typeof createEndpoint>,
): Promise<Endpoint> {
  const input: z.input<typeof create.types.input> = { url: EXAMPLE_URL, eventTypes: ['businesses.*'] }
  return (await factory.invoke(create, input)).endpoint
}

export async function exampleDelivery(
  factory: ExampleFactory,
  { create, test }: ExampleMeans,
): Promise<Delivery> {
  const { id: endpointId } = await exampleEndpoint(factory, create)
  return factory.invoke(test, { endpointId })
}

import type { ExampleFactory } from '#server/catalogue/operation.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import type { Delivery } from './schema.ts'
import type { sendTest } from './send-test.ts'

export interface ExampleMeans {
  create: ReturnType<typeof createEndpoint>
  test: ReturnType<typeof sendTest>
}

export async function exampleDelivery(
  factory: ExampleFactory,
  { create, test }: ExampleMeans,
): Promise<Delivery> {
  const { id: endpointId } = await exampleEndpoint(factory, create)
  return factory.invoke(test, { endpointId })
}

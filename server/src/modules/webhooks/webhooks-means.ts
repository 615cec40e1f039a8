import type { Egress } from '#server/adapters/egress/egress-port.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import type { Vault } from '#server/secrets/vault.ts'

export interface DeliveryMeans {
  egress: Egress
  vault: Vault
}

/** The operations are those of the catalogue: they say with which permission the events of a module are seen. */
export type WebhooksMeans = DeliveryMeans & { operations: OperationsOf }

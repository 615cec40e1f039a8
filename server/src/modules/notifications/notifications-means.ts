import type { Egress } from '#server/adapters/egress/egress-port.ts'
import type { MailMeans } from '#server/adapters/mail/mail-port.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import type { Vault } from '#server/secrets/vault.ts'
import type { NotificationKind } from './notification-kind.ts'

export interface NotificationsMeans {
  /** Every kind, the more telling first: of one event a person is told by the first that tells them. */
  notificationKinds: readonly NotificationKind[]
  /** What notifications can be about. */
  subjects: SubjectMeans
  mail: MailMeans
  egress: Egress
  vault: Vault
}

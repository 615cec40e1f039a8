import type { MailMeans } from '#server/adapters/mail/mail-port.ts'
import type { LinkTokens } from '#server/secrets/link-tokens.ts'

/** What requests for values stand on, beside the database. */
export interface KpisMeans {
  links: LinkTokens
  mail: MailMeans
}

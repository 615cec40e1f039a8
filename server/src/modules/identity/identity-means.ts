import type { MailMeans } from '#server/adapters/mail/mail-port.ts'
import type { LinkTokens } from '#server/secrets/link-tokens.ts'
import type { Vault } from '#server/secrets/vault.ts'
import type { PasskeyTickets } from './passkey-tickets.ts'
import type { SessionTokens } from './tokens.ts'

/** What operations of identity stand on, beside the database. */
export interface IdentityMeans {
  /** What a founder on another machine must know; the terminal printed it. */
  setupCode: string
  tokens: SessionTokens
  passkeyTickets: PasskeyTickets
  links: LinkTokens
  mail: MailMeans
  vault: Vault
}

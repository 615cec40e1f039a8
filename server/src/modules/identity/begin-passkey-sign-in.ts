import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { newChallenge, requestOptions } from './passkey-ceremony.ts'
import { RequestOptions, TicketText } from './passkey-schema.ts'
import { passkeySite } from './passkey-site.ts'

/** A read: it changes nothing and stores nothing, and answers alike whoever is known here. */
export function beginPasskeySignIn({ passkeyTickets }: IdentityMeans) {
  return operation({
    name: 'identity.begin-passkey-sign-in',
    summary:
      'A challenge for signing in with a passkey, and the ticket that finish-passkey-sign-in takes with the answer.',
    effect: 'read',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      ticket: TicketText.describe('For finish-passkey-sign-in; good for five minutes.'),
      options: RequestOptions.describe('For navigator.credentials.get (WebAuthn Level 3).'),
    }),
    examples: async () => [{}],
    async handle(_input, { credential }) {
      const { host } = passkeySite(credential)
      const challenge = newChallenge()
      return {
        ticket: await passkeyTickets.forSignIn({ challenge, host }),
        options: requestOptions({ host, challenge }),
      }
    },
  })
}

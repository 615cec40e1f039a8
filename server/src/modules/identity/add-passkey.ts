import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { operation, type ExampleFactory } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { beginPasskey } from './begin-passkey.ts'
import type { IdentityMeans } from './identity-means.ts'
import { owedFactor } from './owed-factor.ts'
import { ownPerson } from './own-person.ts'
import { madePasskey } from './passkey-ceremony.ts'
import {
  countPasskeys,
  findPasskey,
  insertPasskey,
  lockPasskeysOf,
  type NewPasskey,
} from './passkey-queries.ts'
import { Blob, CredentialId, Passkey, PasskeyLabel, Ticket, Transports } from './passkey-schema.ts'
import { passkeySite } from './passkey-site.ts'
import { passkeysShown } from './passkeys-shown.ts'
import {
  passkeyNotAccepted,
  passkeyTaken,
  secondFactorFirst,
  ticketEnded,
  tooManyPasskeys,
} from './problems.ts'
import { setSecondFactorGiven } from './session-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'
import { tokenHash } from './tokens.ts'

const NAME = 'identity.add-passkey'
const PASSKEYS_MAX = 20

const Input = z.strictObject({
  ticket: Ticket.describe('What identity.begin-passkey gave.'),
  label: PasskeyLabel,
  credentialId: CredentialId,
  clientDataJson: Blob,
  attestationObject: Blob,
  transports: Transports.default([]),
})

export function addPasskey(means: IdentityMeans) {
  return operation({
    name: NAME,
    summary:
      'Keeps the passkey that an authenticator made for begin-passkey. It signs in by itself, and is a second factor too.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: Input,
    output: Passkey,
    examples: async (factory) => [await exampleInput(factory, means)],
    async handle({ ticket: token, label, ...made }, { tx, access, credential, record }) {
      const { personId, sessionId, studioId } = ownPerson({ access }, NAME)
      const site = passkeySite(credential)
      const ticket = await means.passkeyTickets.readForAdding(token)
      if (!ticket) throw ticketEnded()
      if (ticket.personId !== personId || ticket.host !== site.host) throw passkeyNotAccepted()
      const checked = await madePasskey({ site, challenge: ticket.challenge, ...made })
      if (!checked) throw passkeyNotAccepted()
      await lockPasskeysOf(tx, personId)
      if (access?.waitsFor && (await owedFactor(tx, personId))) throw secondFactorFirst()
      const passkey = await keep(tx, {
        person_id: personId,
        credential_id: checked.credential.id,
        host: site.host,
        public_key: Buffer.from(checked.credential.publicKey),
        counter: BigInt(checked.credential.counter),
        transports: made.transports,
        device_type: checked.credentialDeviceType === 'multiDevice' ? 'multi-device' : 'single-device',
        is_backed_up: checked.credentialBackedUp,
        label,
      })
      // The authenticator has just verified the person, who gave the password before: that is both.
      await setSecondFactorGiven(tx, sessionId)
      await raiseAccessEpoch(tx, studioId)
      const { id, host, deviceType } = passkey
      record({ type: 'identity.passkey-added', subjectId: personId, after: { id, label, host, deviceType } })
      return passkey
    },
  })
}

/** Throws `identity.too-many-passkeys` and `identity.passkey-taken`. */
async function keep(tx: Transaction, passkey: Omit<NewPasskey, 'id' | 'credential_hash'>) {
  const { person_id: personId } = passkey
  if ((await countPasskeys(tx, personId)) >= PASSKEYS_MAX) throw tooManyPasskeys(PASSKEYS_MAX)
  const id = newId('passkey')
  const isNew = await insertPasskey(tx, {
    ...passkey,
    id,
    credential_hash: tokenHash(passkey.credential_id),
  })
  if (!isNew) throw passkeyTaken()
  const row = present(await findPasskey(tx, personId, id), 'the passkey')
  const [shown] = await passkeysShown(tx, personId, [row])
  return present(shown, 'the passkey')
}

/** A passkey of whoever acts. */
export async function examplePasskey(factory: ExampleFactory, means: IdentityMeans): Promise<Id<'passkey'>> {
  return (await factory.invoke(addPasskey(means), await exampleInput(factory, means))).id
}

async function exampleInput(factory: ExampleFactory, means: IdentityMeans): Promise<z.input<typeof Input>> {
  const { ticket, options } = await factory.invoke(beginPasskey(means), {
    currentPassword: factory.self.password,
  })
  return Input.parse({ ticket, label: 'Security key', ...factory.authenticator.create(options) })
}

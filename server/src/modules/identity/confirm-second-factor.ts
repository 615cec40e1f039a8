import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import type { IdentityMeans } from './identity-means.ts'
import { owedFactor } from './owed-factor.ts'
import { ownPerson } from './own-person.ts'
import { nothingPending, secondFactorFirst, wrongCode } from './problems.ts'
import { Code } from './schema.ts'
import { lockSecondFactor, setSecondFactor } from './second-factor-queries.ts'
import { newRecoveryCodes, placeOf, stepOf } from './second-factor.ts'
import { setSecondFactorGiven } from './session-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'
import { tokenHash } from './tokens.ts'

const NAME = 'identity.confirm-second-factor'

export function confirmSecondFactor(means: IdentityMeans) {
  return operation({
    name: NAME,
    summary:
      'Proves the new authenticator with its first code, and gives recovery codes for the day it is lost.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: z.strictObject({ code: Code }),
    output: z.strictObject({
      recoveryCodes: shownOnce(z.array(z.string().max(20)).max(20)).describe(
        'Each works once. They are not shown again.',
      ),
    }),
    examples: async (factory) => {
      const { secret } = await factory.invoke(beginSecondFactor(means), {})
      return [{ code: factory.codeOf({ ...factory.self, secondFactor: secret }) }]
    },
    async handle({ code }, { tx, access, record }) {
      const { personId, sessionId, studioId } = ownPerson({ access }, NAME)
      if (access?.waitsFor && (await owedFactor(tx, personId))) throw secondFactorFirst()
      const factor = await lockSecondFactor(tx, personId)
      if (!factor?.pending_secret) throw nothingPending()
      const step = stepOf(await means.vault.open(factor.pending_secret, placeOf(personId)), code, 0n)
      if (step === undefined) throw wrongCode()
      const recoveryCodes = newRecoveryCodes()
      await setSecondFactor(tx, personId, {
        sealed_secret: factor.pending_secret,
        pending_secret: null,
        last_step: step,
        recovery_hashes: recoveryCodes.map(tokenHash),
      })
      await setSecondFactorGiven(tx, sessionId)
      await raiseAccessEpoch(tx, studioId)
      record({ type: 'identity.second-factor-confirmed', subjectId: personId })
      return { recoveryCodes }
    },
  })
}

import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { OWNERS_PERMISSION } from '#server/catalogue/permissions.ts'
import { getMe } from './get-me.ts'
import { getStudio, raiseAccessEpoch, setAnalystsRule } from './studio-queries.ts'

export const setSignInPolicy = operation({
  name: 'identity.set-sign-in-policy',
  summary:
    'Lets people who are analysts and nothing else sign in without a second factor, or asks everyone for one again.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: OWNERS_PERMISSION,
  risk: 'none',
  input: z.strictObject({ mayAnalystsOmitSecondFactor: z.boolean() }),
  output: z.strictObject({ mayAnalystsOmitSecondFactor: z.boolean(), previous: z.boolean() }),
  examples: async (factory) => {
    const { mayAnalystsOmitSecondFactor: now } = await factory.invoke(getMe, {})
    return [{ mayAnalystsOmitSecondFactor: !now }]
  },
  undo: (_input, { previous }) => ({
    operation: 'identity.set-sign-in-policy',
    input: { mayAnalystsOmitSecondFactor: previous },
  }),
  async handle({ mayAnalystsOmitSecondFactor }, { tx, access, record }) {
    const { studioId } = present(access, 'somebody signed in')
    const { may_analysts_omit_second_factor: previous } = await getStudio(tx, studioId)
    if (previous === mayAnalystsOmitSecondFactor) return { mayAnalystsOmitSecondFactor, previous }
    await setAnalystsRule(tx, studioId, mayAnalystsOmitSecondFactor)
    await raiseAccessEpoch(tx, studioId)
    record({
      type: 'identity.sign-in-policy-set',
      subjectId: studioId,
      before: { mayAnalystsOmitSecondFactor: previous },
      after: { mayAnalystsOmitSecondFactor },
    })
    return { mayAnalystsOmitSecondFactor, previous }
  },
})

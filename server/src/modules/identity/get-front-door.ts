import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { findFirstStudio, getStudio } from './studio-queries.ts'

export const getFrontDoor = operation({
  name: 'identity.get-front-door',
  summary: 'Tells a visitor what to do first: found the studio, or sign in.',
  effect: 'read',
  scope: { of: 'public' },
  permission: 'public',
  risk: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    isFounded: z.boolean(),
    isDemo: z
      .boolean()
      .describe('True where the studio is a demonstration: identity.enter-demo lets in without a password.'),
    needsSetupCode: z.boolean().describe('True where founding needs the code that the terminal printed.'),
  }),
  examples: async () => [{}],
  async handle(_input, { tx, credential }) {
    const needsSetupCode = !credential.isLocal
    const studioId = await findFirstStudio(tx)
    if (!studioId) return { isFounded: false, isDemo: false, needsSetupCode }
    await tx.enter({ studioId })
    return { isFounded: true, isDemo: (await getStudio(tx, studioId)).is_demo, needsSetupCode }
  },
})

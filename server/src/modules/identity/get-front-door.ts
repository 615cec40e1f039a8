import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { findFirstStudio } from './studio-queries.ts'

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
    needsSetupCode: z.boolean().describe('True where founding needs the code that the terminal printed.'),
  }),
  examples: async () => [{}],
  async handle(_input, { tx, credential }) {
    return { isFounded: (await findFirstStudio(tx)) !== undefined, needsSetupCode: !credential.isLocal }
  },
})

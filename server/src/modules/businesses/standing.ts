import { z } from 'zod'

/** Several stages at once, as a portfolio is spoken of. */
export const Standing = z
  .enum(['alive', 'live', 'ended'])
  .describe(
    'alive: not spun out, exited or closed. live: launched or growing. ended: spun out, exited or closed.',
  )
export type Standing = z.output<typeof Standing>

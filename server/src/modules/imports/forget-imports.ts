import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import { deleteLeftBehind } from './waiting-queries.ts'

const REPEATS_EVERY_S = 3600
/** A failed import can be tried again for so long; then what was in the file is forgotten. */
const KEPT_DAYS_MAX = 30

/** Every hour: forgets what cancelled imports left behind, and failed ones that nobody tried again. */
export const forgetImports = program({
  name: 'imports.forget-imports',
  title: () => ({ en: 'Forget imports that were given up', de: 'Aufgegebene Importe vergessen' }),
  input: z.strictObject({}),
  repeatsEveryS: REPEATS_EVERY_S,
  async run(_input, work) {
    const forgotten = await work.transact('forget', z.int(), (tx) => deleteLeftBehind(tx, KEPT_DAYS_MAX))
    return { forgotten }
  },
})

import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import { NewRow, ROWS_MAX, createBusinesses } from './create-businesses.ts'
import { deleteImport, deleteImportsLeftBehind, findImport } from './import-queries.ts'

const Stored = z.array(NewRow).max(ROWS_MAX)
const REPEATS_EVERY_S = 3600
/** A failed import can be tried again for so long; then what was in the file is forgotten. */
const KEPT_DAYS_MAX = 30

/** Creates what was checked, as whoever asked for it, in one change; then forgets what was stored for it. */
export const importProgram = program({
  name: 'businesses.import-businesses',
  title: ({ rows, fileName }) =>
    `Import ${rows} ${rows === 1 ? 'business' : 'businesses'}${fileName ? ` from ${fileName}` : ''}`,
  input: z.strictObject({ rows: z.int().max(ROWS_MAX), fileName: z.string().max(200).optional() }),
  async run({ rows }, work) {
    work.progress(0, rows, 'Creating the businesses')
    // Once they are created, the stored rows are gone, and the journal answers without them.
    const businesses = Stored.parse((await work.look((tx) => findImport(tx, work.runId))) ?? [])
    const { businessIds, newCategories } = await work.invoke('create', createBusinesses, { businesses })
    work.progress(rows, rows)
    await work.transact('forget the file', z.null(), async (tx) => {
      await deleteImport(tx, work.runId)
      return null
    })
    return { created: businessIds.length, newCategories: newCategories.map(({ name }) => name) }
  },
})

/** Every hour: forgets what cancelled imports left behind, and failed ones that nobody tried again. */
export const forgetImports = program({
  name: 'businesses.forget-imports',
  title: () => 'Forget imports that were given up',
  input: z.strictObject({}),
  repeatsEveryS: REPEATS_EVERY_S,
  async run(_input, work) {
    const forgotten = await work.transact('forget', z.int(), (tx) =>
      deleteImportsLeftBehind(tx, KEPT_DAYS_MAX),
    )
    return { forgotten }
  },
})

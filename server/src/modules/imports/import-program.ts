import { inEach, type Language, type Said } from '#kernel/languages.ts'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import { program, type TypedProgram, type Work } from '#server/runs/program.ts'
import { ROWS_MAX } from './problems.ts'
import { deleteWaiting, findWaiting, insertWaiting } from './waiting-queries.ts'

const Input = z.strictObject({ rows: z.int().max(ROWS_MAX), fileName: z.string().max(200).optional() })

/**
 * Does what was checked, as whoever asked for it, in one change; then forgets what was stored for it. `empty` stands in
 * for the content once it is forgotten: then the journal answers for the step that used it.
 */
export function importProgram<S extends z.ZodType>(given: {
  name: `${string}.${string}`
  nouns: Record<Language, readonly [one: string, many: string]>
  note: Said
  content: S
  empty: z.input<S>
  carryOut(content: z.output<S>, work: Work): Promise<Record<string, unknown>>
}): TypedProgram<typeof Input> {
  const { name, nouns, note, content, empty, carryOut } = given
  return program({
    name,
    title({ rows, fileName }) {
      const what = inEach((language) => `${rows} ${nouns[language][rows === 1 ? 0 : 1]}`)
      return {
        en: `Import ${what.en}${fileName ? ` from ${fileName}` : ''}`,
        de: `${what.de}${fileName ? ` aus ${fileName}` : ''} importieren`,
      }
    },
    input: Input,
    async run({ rows }, work) {
      work.progress(0, rows, note)
      const waiting = content.parse((await work.look((tx) => findWaiting(tx, work.runId))) ?? empty)
      const result = await carryOut(waiting, work)
      work.progress(rows, rows)
      await work.transact('forget the file', z.null(), async (tx) => {
        await deleteWaiting(tx, work.runId)
        return null
      })
      return result
    },
  })
}

/** A run for what was checked, in the caller's transaction. */
export async function queueImport(
  context: CallContext,
  toDo: TypedProgram<typeof Input>,
  given: { rows: number; fileName: string | undefined; content: unknown },
): Promise<Id<'run'>> {
  const { studioId } = present(context.access, 'an import belongs to a studio')
  const { rows, fileName, content } = given
  const runId = await enqueueRun(context, toDo, { input: { rows, ...(fileName && { fileName }) } })
  await insertWaiting(context.tx, { runId, studioId, content })
  return runId
}

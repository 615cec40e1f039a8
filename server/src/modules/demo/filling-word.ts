import type { Database } from '#server/database/database.ts'
import { findFirstStudio, getStudio } from '#server/modules/identity/index.ts'
import { findFilling } from './filling-queries.ts'

const OVER = new Set(['done', 'cancelled', 'failed'])

/**
 * One word for whoever asks whether this process is ready: it is, while the demonstration is still being filled. Undefined
 * where there is nothing to tell; once it is over, nobody is asked again.
 */
export function createFillingWord(database: Database): () => Promise<string | undefined> {
  let isOver = false
  return async () => {
    if (isOver) return undefined
    const { isSettled, word } = await database.read({}, async (tx) => {
      const studioId = await findFirstStudio(tx)
      if (!studioId) return { isSettled: false, word: undefined }
      await tx.enter({ studioId, coverage: '*' })
      if (!(await getStudio(tx, studioId)).is_demo) return { isSettled: true, word: undefined }
      const filling = await findFilling(tx, studioId)
      if (!filling || OVER.has(filling.status)) return { isSettled: filling !== undefined, word: undefined }
      const share = filling.done === null ? '' : ` (${filling.done} of ${filling.total} parts)`
      return {
        isSettled: false,
        word: `The demonstration is still being filled${share}; what is there can be used.`,
      }
    })
    isOver = isSettled
    return word
  }
}

import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useAsk, useWrite } from '../../../api.ts'
import { toastShown } from '../../../shell/toast-slice.ts'

const PAGE_ROWS = 200
/** What one import takes, in pages. */
const PAGES_MAX = 100

/** Archives everything that the run created and that is still at work, with the way back as an undo. */
export function useTakeBack(runId: string) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { ask, problem: notFound } = useAsk('businesses.list-businesses')
  const { send, isSending, problem } = useWrite('businesses.archive-businesses')
  async function takeBack(): Promise<void> {
    const ids: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < PAGES_MAX; page++) {
      const found = await ask({ runId, limit: PAGE_ROWS, ...(cursor && { cursor }) })
      if (!found) return
      ids.push(...found.items.map(({ id }) => id))
      if (!found.nextCursor) break
      cursor = found.nextCursor
    }
    const done = await send({ businessIds: ids })
    if (!done) return
    const undo = { operation: 'businesses.restore-businesses', input: done } as const
    dispatch(toastShown({ text: t('import.takenBack', { count: done.businessIds.length }), undo }))
  }
  return { takeBack, isSending, problem: notFound ?? problem }
}

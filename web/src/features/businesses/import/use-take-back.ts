import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useAsk, useWrite } from '../../../api.ts'
import { toastShown } from '../../../shell/toast-slice.ts'
import type { ImportTarget } from './targets.ts'

const PAGE_ROWS = 200
/** What one import takes, in pages. */
const PAGES_MAX = 100

type Page = { items: { id: string }[]; nextCursor: string | null } | undefined

/**
 * Businesses that the run created and that are still at work are archived, with the way back as an undo; values that it
 * recorded and that still stand are withdrawn. Entities stay: an ownership that once was is not taken out of the books.
 */
export function useTakeBack(target: ImportTarget, runId: string) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const businesses = useAsk('businesses.list-businesses')
  const values = useAsk('kpis.list-values')
  const archive = useWrite('businesses.archive-businesses')
  const withdraw = useWrite('kpis.withdraw-values')
  async function takeBack(): Promise<void> {
    const list = target === 'values' ? values.ask : businesses.ask
    const ids = await allIds((cursor) => list({ runId, limit: PAGE_ROWS, ...(cursor && { cursor }) }))
    if (!ids) return
    if (target === 'values') {
      const done = await withdraw.send({ valueIds: ids })
      if (done) dispatch(toastShown({ text: t('import.withdrawn', { count: done.valueIds.length }) }))
      return
    }
    const done = await archive.send({ businessIds: ids })
    if (!done) return
    const undo = { operation: 'businesses.restore-businesses', input: done } as const
    dispatch(toastShown({ text: t('import.takenBack', { count: done.businessIds.length }), undo }))
  }
  return {
    takeBack,
    isSending: archive.isSending || withdraw.isSending,
    problem: businesses.problem ?? values.problem ?? archive.problem ?? withdraw.problem,
  }
}

async function allIds(page: (cursor: string | undefined) => Promise<Page>): Promise<string[] | undefined> {
  const ids: string[] = []
  let cursor: string | undefined
  for (let number = 0; number < PAGES_MAX; number++) {
    const found = await page(cursor)
    if (!found) return undefined
    ids.push(...found.items.map(({ id }) => id))
    if (!found.nextCursor) break
    cursor = found.nextCursor
  }
  return ids
}

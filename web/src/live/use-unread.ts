import { useEffect } from 'react'
import { useDispatch, useSelector } from 'react-redux'
import { operationsApi, useRead } from '../api.ts'
import type { State, store } from '../store.ts'

/**
 * How much in the inbox was not read. The stream tells the revision of the inbox, to its owner alone; where that is later than what
 * was read, everything of the inbox is read anew.
 */
export function useUnread(): number {
  const dispatch = useDispatch<typeof store.dispatch>()
  const { data } = useRead('notifications.count-unread', {})
  const heard = useSelector(({ live }: State) => live.inboxRevision)
  const missed = data !== undefined && heard !== undefined && data.revision < heard ? heard : undefined
  useEffect(() => {
    if (missed === undefined) return
    dispatch(operationsApi.util.invalidateTags([{ type: 'read', id: 'notifications' }]))
  }, [missed, dispatch])
  if (data === undefined) return 0
  return data.hasMore ? data.unread + 1 : data.unread
}

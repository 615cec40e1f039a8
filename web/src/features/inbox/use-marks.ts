import { useCallback } from 'react'
import { useWrite } from '../../api.ts'
import type { Told } from './title-of.ts'

/** Marks one as read or as not read, and all up to the newest that is shown: what comes meanwhile stays unread. */
export function useMarks() {
  const read = useWrite('notifications.mark-read')
  const unread = useWrite('notifications.mark-unread')
  const { send: sendRead } = read
  const { send: sendUnread } = unread
  const markRead = useCallback(
    ({ id, readAt }: Told) => {
      if (readAt === null) void sendRead({ ids: [id] })
    },
    [sendRead],
  )
  const turn = useCallback(
    ({ id, readAt }: Told) => void (readAt === null ? sendRead({ ids: [id] }) : sendUnread({ ids: [id] })),
    [sendRead, sendUnread],
  )
  const markAll = useCallback(
    (newest: Told | undefined) => {
      if (newest) void sendRead({ upTo: newest.id })
    },
    [sendRead],
  )
  return {
    markRead,
    turn,
    markAll,
    isSending: read.isSending || unread.isSending,
    problem: read.problem ?? unread.problem,
  }
}

import { useEffect } from 'react'
import { useDispatch } from 'react-redux'
import { operationsApi } from '../api.ts'
import type { store } from '../store.ts'
import { createApplier } from './apply-events.ts'
import { interruptedSet } from './live-slice.ts'
import { shareStream } from './share-stream.ts'

/** A session is renewed, a server starts again: that is not worth a word. */
const WORTH_SAYING_MS = 3000

/** Follows what happens in the studio, for as long as somebody is signed in. */
export function useLiveUpdates(): void {
  const dispatch = useDispatch<typeof store.dispatch>()
  useEffect(() => {
    const applier = createApplier(dispatch)
    let waiting: ReturnType<typeof setTimeout> | undefined
    const say = () => void dispatch(interruptedSet(true))
    const stop = shareStream({
      hear: applier.hear,
      connected(isConnected) {
        if (isConnected) {
          clearTimeout(waiting)
          waiting = undefined
          dispatch(interruptedSet(false))
        } else waiting ??= setTimeout(say, WORTH_SAYING_MS)
      },
      // Asking again who we are leads to the sign-in.
      signedOut: () => void dispatch(operationsApi.util.invalidateTags([{ type: 'module', id: 'identity' }])),
    })
    return () => {
      stop()
      applier.stop()
      clearTimeout(waiting)
      dispatch(interruptedSet(false))
    }
  }, [dispatch])
}

import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useAskOrWhy, useWrite } from '../../api.ts'
import { passkeyFailure, type PasskeyFailure } from './passkey-failure.ts'
import { passkeyObstacle } from './passkey-obstacle.ts'

/** A challenge is good for five minutes; one that waits in the field's suggestions is renewed before. */
const RENEWED_AFTER_MS = 4 * 60 * 1000

/**
 * Signing in with a passkey: when its button is pressed and, where `isOffered`, from the suggestions of the field whose
 * `autocomplete` ends in "webauthn". A browser does one at a time, so pressing ends what waits.
 */
export function usePasskeySignIn({ isOffered, onDone }: { isOffered: boolean; onDone?: () => void }) {
  const { ask } = useAskOrWhy('identity.begin-passkey-sign-in')
  const { send, problem, forget } = useWrite('identity.finish-passkey-sign-in')
  const [isWaiting, setWaiting] = useState(false)
  const [refusal, setRefusal] = useState<Problem>()
  const [failure, setFailure] = useState<PasskeyFailure>()
  const underWay = useRef<'press' | 'offer'>(undefined)

  const answer = useCallback(
    async (useBrowserAutofill: boolean, isWanted: () => boolean): Promise<void> => {
      const begun = await ask({})
      if (!isWanted()) return
      if (!begun.output) return useBrowserAutofill ? undefined : setRefusal(begun.problem)
      const { ticket, options: optionsJSON } = begun.output
      const { id, response } = await startAuthentication({ optionsJSON, useBrowserAutofill })
      const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response
      const done = await send({
        ticket,
        credentialId: id,
        clientDataJson: clientDataJSON,
        authenticatorData,
        signature,
        userHandle,
      })
      if (done) onDone?.()
    },
    [ask, send, onDone],
  )

  useEffect(() => {
    if (!isOffered || isWaiting || passkeyObstacle()) return undefined
    let isGone = false
    const offer = async () => {
      if (!(await browserSupportsWebAuthnAutofill()) || isGone) return
      if (underWay.current === 'offer') WebAuthnAbortService.cancelCeremony()
      underWay.current = 'offer'
      // Nobody asked for it: where it comes to nothing, the button is still there to say why.
      await answer(true, () => !isGone && underWay.current === 'offer').catch(() => undefined)
    }
    void offer()
    const timer = setInterval(() => void offer(), RENEWED_AFTER_MS)
    return () => {
      isGone = true
      clearInterval(timer)
      if (underWay.current === 'offer') WebAuthnAbortService.cancelCeremony()
    }
  }, [isOffered, isWaiting, answer])

  const press = async () => {
    underWay.current = 'press'
    WebAuthnAbortService.cancelCeremony()
    forget()
    setRefusal(undefined)
    setFailure(undefined)
    setWaiting(true)
    try {
      await answer(false, () => true)
    } catch (error) {
      setFailure(passkeyFailure(error))
    }
    underWay.current = undefined
    setWaiting(false)
  }
  return { press, isWaiting, failure, problem: refusal ?? problem }
}

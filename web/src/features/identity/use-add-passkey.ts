import { startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import { useWrite, type Output } from '../../api.ts'
import { passkeyFailure, type PasskeyFailure } from './passkey-failure.ts'

/** Has the device make a passkey, and keeps it. `add` answers it, or undefined where it came to nothing. */
export function useAddPasskey() {
  const beginning = useWrite('identity.begin-passkey')
  const adding = useWrite('identity.add-passkey')
  const [isWaiting, setWaiting] = useState(false)
  const [failure, setFailure] = useState<PasskeyFailure>()

  async function make({ label, currentPassword }: { label: string; currentPassword?: string }) {
    const begun = await beginning.send(currentPassword === undefined ? {} : { currentPassword })
    if (!begun) return undefined
    const { ticket, options: optionsJSON } = begun
    const { id, response } = await startRegistration({ optionsJSON })
    const { clientDataJSON, attestationObject, transports = [] } = response
    return adding.send({
      ticket,
      label,
      credentialId: id,
      clientDataJson: clientDataJSON,
      attestationObject,
      transports,
    })
  }

  return {
    isWaiting,
    failure,
    problem: beginning.problem ?? adding.problem,
    async add(given: Parameters<typeof make>[0]): Promise<Output<'identity.add-passkey'> | undefined> {
      setWaiting(true)
      setFailure(undefined)
      adding.forget()
      try {
        return await make(given)
      } catch (error) {
        setFailure(passkeyFailure(error))
        return undefined
      } finally {
        setWaiting(false)
      }
    },
  }
}

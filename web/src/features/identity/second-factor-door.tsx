import { useEffect, useState } from 'react'
import { DoorFrame } from './door-frame.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'

/** Stands before the rooms until a second factor is set up, and until its recovery codes are kept. */
export function SecondFactorDoor(given: { studio: string; onKeeping: (isKeeping: boolean) => void }) {
  const [codes, setCodes] = useState<string[]>()
  const { studio, onKeeping } = given
  // Whoever leaves in another way, by a session that ended, leaves nothing open for the next person.
  useEffect(() => () => onKeeping(false), [onKeeping])
  const keep = (recoveryCodes: string[]) => {
    onKeeping(true)
    setCodes(recoveryCodes)
  }
  return (
    <DoorFrame isSignedIn>
      {codes ? (
        <RecoveryCodes codes={codes} studio={studio} onDone={() => onKeeping(false)} />
      ) : (
        <SecondFactorForm studio={studio} onConfirmed={keep} />
      )}
    </DoorFrame>
  )
}

import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { ForgotForm } from './forgot-form.tsx'
import { PasskeyStep } from './passkey-step.tsx'
import { PasswordStep } from './password-step.tsx'

/** Two steps: the password, then the code of the authenticator, or the passkey where that is the second factor. */
export function SignInForm() {
  const [challenge, setChallenge] = useState<string>()
  const [needsPasskey, setNeedsPasskey] = useState(false)
  const [isForgotten, setForgotten] = useState(false)
  if (isForgotten) return <ForgotForm onBack={() => setForgotten(false)} />
  if (needsPasskey) return <PasskeyStep onBack={() => setNeedsPasskey(false)} />
  if (challenge === undefined)
    return (
      <PasswordStep
        onChallenge={setChallenge}
        onPasskey={() => setNeedsPasskey(true)}
        onForgot={() => setForgotten(true)}
      />
    )
  return <CodeStep challenge={challenge} onBack={() => setChallenge(undefined)} />
}

import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { ForgotForm } from './forgot-form.tsx'
import { PasswordStep } from './password-step.tsx'

/** Two steps: the password gives a challenge, and the code of the authenticator answers it. */
export function SignInForm() {
  const [challenge, setChallenge] = useState<string>()
  const [isForgotten, setForgotten] = useState(false)
  if (isForgotten) return <ForgotForm onBack={() => setForgotten(false)} />
  if (challenge === undefined)
    return <PasswordStep onChallenge={setChallenge} onForgot={() => setForgotten(true)} />
  return <CodeStep challenge={challenge} onBack={() => setChallenge(undefined)} />
}

import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'

/** Two steps: the password gives a challenge, and the code of the authenticator answers it. */
export function SignInForm() {
  const [challenge, setChallenge] = useState<string>()
  if (challenge === undefined) return <PasswordStep onChallenge={setChallenge} />
  return <CodeStep challenge={challenge} onBack={() => setChallenge(undefined)} />
}

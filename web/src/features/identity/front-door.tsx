import { useRead } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { DoorFrame } from './door-frame.tsx'
import { FoundingForm } from './founding-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** For whoever is not signed in: a new installation is founded, an old one asks who you are. */
export function FrontDoor() {
  const { data, problem, again } = useRead('identity.get-front-door', {})
  return (
    <DoorFrame>
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      {data && (data.isFounded ? <SignInForm /> : <FoundingForm needsSetupCode={data.needsSetupCode} />)}
    </DoorFrame>
  )
}

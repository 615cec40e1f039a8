import { useRead } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { DemoDoor } from './demo-door.tsx'
import { DemoOffer } from './demo-offer.tsx'
import { DoorFrame } from './door-frame.tsx'
import { FoundingForm } from './founding-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** For whoever is not signed in: a new installation is founded, an old one asks who you are, and a demonstration, on its own machine, only as whom. */
export function FrontDoor() {
  const { data, problem, again } = useRead('identity.get-front-door', {})
  return (
    <DoorFrame>
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      {data && !data.isFounded && (
        <>
          <FoundingForm needsSetupCode={data.needsSetupCode} />
          {!data.needsSetupCode && <DemoOffer />}
        </>
      )}
      {data?.isFounded && (data.isDemo && !data.needsSetupCode ? <DemoDoor /> : <SignInForm />)}
    </DoorFrame>
  )
}

import { useParams } from 'react-router'
import type { Output } from '../../api.ts'
import { NoSuchRoom } from '../../shell/no-such-room.tsx'
import { ApprovalsSection } from './approvals-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { NotificationsSection } from './notifications/notifications-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { RolesSection } from './roles-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { SignInSection } from './sign-in-section.tsx'
import { YouSection } from './you-section.tsx'
import { WebhooksSection } from './webhooks/webhooks-section.tsx'

/** Who may do what, and how they come in: a section per address. */
export function SettingsRoom({ me }: { me: Output<'identity.get-me'> }) {
  const { section } = useParams()
  if (section === 'you') return <YouSection me={me} />
  if (section === 'notifications') return <NotificationsSection />
  if (section === 'people') return <PeopleSection meId={me.actor.id} />
  if (section === 'roles') return <RolesSection />
  if (section === 'keys') return <KeysSection />
  if (section === 'webhooks') return <WebhooksSection />
  if (section === 'approvals') return <ApprovalsSection />
  if (section === 'sessions') return <SessionsSection />
  if (section === 'sign-in') return <SignInSection me={me} />
  if (section === 'audit') return <AuditSection />
  return <NoSuchRoom />
}

import Box from '@mui/material/Box'
import { Suspense, useState } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { useRead, type Output } from './api.ts'
import { ProblemNotice } from './design/problem-notice.tsx'
import { NoSuchRoom } from './shell/no-such-room.tsx'
import { isAllowed } from './features/settings/permissions.ts'
import { useLookOf } from './preferences/use-look-of.ts'
import { ErrorWall } from './shell/error-wall.tsx'
import { later } from './shell/later.ts'
import { Shell } from './shell/shell.tsx'

const FrontDoor = later(
  ['studio'],
  async () => (await import('./features/identity/front-door.tsx')).FrontDoor,
)
const JoinDoor = later(['studio'], async () => (await import('./features/identity/join-door.tsx')).JoinDoor)
const ResetDoor = later(
  ['studio'],
  async () => (await import('./features/identity/reset-door.tsx')).ResetDoor,
)
const AnswerDoor = later(
  ['portfolio', 'studio'],
  async () => (await import('./features/kpis/answer-door.tsx')).AnswerDoor,
)
const RequestsView = later(
  ['portfolio'],
  async () => (await import('./features/kpis/requests-view.tsx')).RequestsView,
)
const SecondFactorDoor = later(
  ['portfolio', 'studio'],
  async () => (await import('./features/identity/second-factor-door.tsx')).SecondFactorDoor,
)
const HomeRoom = later(['portfolio'], async () => (await import('./features/home/home-room.tsx')).HomeRoom)
const BusinessesRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/businesses/businesses-room.tsx')).BusinessesRoom,
)
const PortfolioOverview = later(
  ['portfolio'],
  async () => (await import('./features/businesses/overview/portfolio-overview.tsx')).PortfolioOverview,
)
const CompareRoom = later(
  ['portfolio'],
  async () => (await import('./features/businesses/compare/compare-room.tsx')).CompareRoom,
)
const VenturesBoard = later(
  ['portfolio', 'books'],
  async () => (await import('./features/ventures/ventures-board.tsx')).VenturesBoard,
)
const VintagesRoom = later(
  ['portfolio'],
  async () => (await import('./features/ventures/vintages-room.tsx')).VintagesRoom,
)
const SharesRoom = later(
  ['portfolio'],
  async () => (await import('./features/ventures/shares-room.tsx')).SharesRoom,
)
const BusinessAnalyticsRoom = later(
  ['portfolio'],
  async () =>
    (await import('./features/business-analytics/business-analytics-room.tsx')).BusinessAnalyticsRoom,
)
const BankingRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/banking/banking-room.tsx')).BankingRoom,
)
const AccountByItself = later(
  ['books'],
  async () => (await import('./features/banking/by-itself.tsx')).AccountByItself,
)
const EntryByItself = later(
  ['books'],
  async () => (await import('./features/banking/by-itself.tsx')).EntryByItself,
)
const BookRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/banking/book-room.tsx')).BookRoom,
)
const ImportBooksRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/migration/import-books-room.tsx')).ImportBooksRoom,
)
const RatesRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/banking/rates-room.tsx')).RatesRoom,
)
const GroupRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/group/group-room.tsx')).GroupRoom,
)
const ClosingRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/closing/closing-room.tsx')).ClosingRoom,
)
const FinanceRoom = later(
  ['portfolio', 'books'],
  async () => (await import('./features/statements/finance-room.tsx')).FinanceRoom,
)
const EntitiesView = later(
  ['portfolio', 'books'],
  async () => (await import('./features/businesses/entities-view.tsx')).EntitiesView,
)
const KpisView = later(['portfolio'], async () => (await import('./features/kpis/kpis-view.tsx')).KpisView)
const KpiView = later(['portfolio'], async () => (await import('./features/kpis/kpi-view.tsx')).KpiView)
const OwnershipTree = later(
  ['portfolio'],
  async () => (await import('./features/businesses/entities/ownership-tree.tsx')).OwnershipTree,
)
const PortfolioSettings = later(
  ['portfolio', 'studio'],
  async () => (await import('./features/businesses/settings/settings-view.tsx')).PortfolioSettings,
)
const ImportRoom = later(
  ['portfolio', 'studio'],
  async () => (await import('./features/businesses/import/import-room.tsx')).ImportRoom,
)
const ExceptionsRoom = later(
  ['portfolio'],
  async () => (await import('./features/exceptions/exceptions-room.tsx')).ExceptionsRoom,
)
const ApprovalsRoom = later(
  ['portfolio'],
  async () => (await import('./features/approvals/approvals-room.tsx')).ApprovalsRoom,
)
const InboxRoom = later(
  ['portfolio'],
  async () => (await import('./features/inbox/inbox-room.tsx')).InboxRoom,
)
const RunsRoom = later(['portfolio'], async () => (await import('./features/runs/runs-room.tsx')).RunsRoom)
const HealthRoom = later(
  ['portfolio', 'studio'],
  async () => (await import('./features/health/health-room.tsx')).HealthRoom,
)
const ReferenceRoom = later(
  ['studio'],
  async () => (await import('./features/reference/reference-room.tsx')).ReferenceRoom,
)
const SettingsRoom = later(
  ['portfolio', 'studio'],
  async () => (await import('./features/settings/settings-room.tsx')).SettingsRoom,
)

/** Whoever holds a link goes where it leads, signed in or not; for everybody else the session decides. */
export function App() {
  const { pathname } = useLocation()
  const Door = LINK_DOORS[pathname] ?? SignedInApp
  return (
    <ErrorWall>
      <Suspense>
        <Door />
      </Suspense>
    </ErrorWall>
  )
}

const LINK_DOORS: Record<string, React.ComponentType> = {
  '/join': JoinDoor,
  '/reset': ResetDoor,
  '/answer': AnswerDoor,
}

/** The people of the studio, or one's own settings for whoever may not see them. */
function settingsOf({ grants }: Output<'identity.get-me'>): string {
  return isAllowed(grants, 'identity.read-people') ? '/settings/people' : '/settings/you'
}

/** Who is asking decides first: nobody gets the front door, at whatever address, and comes back to that address. */
function SignedInApp() {
  const me = useRead('identity.get-me', {})
  const isFollowed = useLookOf(me.data)
  // Confirming the second factor opens the rooms on the server; here they wait until the recovery codes are kept.
  const [isKeepingCodes, setKeepingCodes] = useState(false)
  if (me.problem?.status === 401) return <FrontDoor />
  if (me.problem) {
    return (
      <Box component="main" sx={{ maxWidth: 560, mx: 'auto', p: { xs: 4, sm: 12 } }}>
        <ProblemNotice problem={me.problem} onRetry={me.again} />
      </Box>
    )
  }
  if (!me.data || !isFollowed) return null
  if (me.data.waitsFor === 'second-factor' || isKeepingCodes) {
    return <SecondFactorDoor studio={me.data.studio.name} onKeeping={setKeepingCodes} />
  }
  return (
    <Shell me={me.data}>
      <Routes>
        <Route index element={<HomeRoom />} />
        <Route path="businesses/overview" element={<PortfolioOverview />} />
        <Route path="businesses/compare" element={<CompareRoom />} />
        <Route path="businesses/kpis" element={<KpisView />} />
        <Route path="businesses/kpis/requests" element={<RequestsView />} />
        <Route path="businesses/kpis/:kpiId" element={<KpiView />} />
        <Route path="businesses/entities/tree" element={<OwnershipTree />} />
        <Route path="businesses/entities/:entityId?" element={<EntitiesView />} />
        <Route path="businesses/settings" element={<PortfolioSettings />} />
        <Route path="businesses/import" element={<ImportRoom />} />
        <Route path="businesses/:panel?" element={<BusinessesRoom />} />
        <Route path="inbox/:notificationId?" element={<InboxRoom />} />
        <Route path="ventures" element={<VenturesBoard />} />
        <Route path="ventures/vintages" element={<VintagesRoom />} />
        <Route path="ventures/ownership" element={<SharesRoom />} />
        <Route path="business-analytics" element={<BusinessAnalyticsRoom />} />
        <Route path="banking" element={<BankingRoom />} />
        <Route path="banking/import" element={<ImportBooksRoom />} />
        <Route path="banking/rates" element={<RatesRoom />} />
        <Route path="banking/group/*" element={<GroupRoom />} />
        <Route path="banking/closing" element={<ClosingRoom />} />
        <Route path="banking/accounts/:accountId" element={<AccountByItself />} />
        <Route path="banking/entries/:entryId" element={<EntryByItself />} />
        <Route path="banking/:bookId/*" element={<BookRoom />} />
        <Route path="financial-analytics" element={<FinanceRoom />} />
        <Route path="exceptions" element={<ExceptionsRoom />} />
        <Route path="approvals/:approvalId?" element={<ApprovalsRoom meId={me.data.actor.id} />} />
        <Route path="runs/:runId?" element={<RunsRoom />} />
        <Route path="health" element={<HealthRoom />} />
        <Route path="reference" element={<ReferenceRoom />} />
        <Route path="settings" element={<Navigate to={settingsOf(me.data)} replace />} />
        <Route path="settings/:section" element={<SettingsRoom me={me.data} />} />
        <Route path="home" element={<Navigate to="/" replace />} />
        <Route path="*" element={<NoSuchRoom />} />
      </Routes>
    </Shell>
  )
}

import Box from '@mui/material/Box'
import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { useRead } from './api.ts'
import { ProblemNotice } from './design/problem-notice.tsx'
import { NoSuchRoom } from './shell/no-such-room.tsx'
import { Shell } from './shell/shell.tsx'

const FrontDoor = lazy(async () => ({
  default: (await import('./features/identity/front-door.tsx')).FrontDoor,
}))
const HomeRoom = lazy(async () => ({ default: (await import('./features/home/home-room.tsx')).HomeRoom }))
const BusinessesRoom = lazy(async () => ({
  default: (await import('./features/businesses/businesses-room.tsx')).BusinessesRoom,
}))
const EntitiesView = lazy(async () => ({
  default: (await import('./features/businesses/entities-view.tsx')).EntitiesView,
}))
const ReferenceRoom = lazy(async () => ({
  default: (await import('./features/reference/reference-room.tsx')).ReferenceRoom,
}))

/** Who is asking decides first: nobody gets the front door, at whatever address, and comes back to that address. */
export function App() {
  const me = useRead('identity.get-me', {})
  if (me.problem?.status === 401) {
    return (
      <Suspense>
        <FrontDoor />
      </Suspense>
    )
  }
  if (me.problem) {
    return (
      <Box component="main" sx={{ maxWidth: 560, mx: 'auto', p: { xs: 4, sm: 12 } }}>
        <ProblemNotice problem={me.problem} onRetry={me.again} />
      </Box>
    )
  }
  if (!me.data) return null
  return (
    <Shell me={me.data}>
      <Routes>
        <Route index element={<HomeRoom />} />
        <Route path="businesses/entities" element={<EntitiesView />} />
        <Route path="businesses/:panel?" element={<BusinessesRoom />} />
        <Route path="reference" element={<ReferenceRoom />} />
        <Route path="home" element={<Navigate to="/" replace />} />
        <Route path="*" element={<NoSuchRoom />} />
      </Routes>
    </Shell>
  )
}

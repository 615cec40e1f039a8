import { useTranslation } from 'react-i18next'
import { Route, Routes, useLocation } from 'react-router'
import { EmptyState } from '../../design/empty-state.tsx'
import { BetweenView } from './between-view.tsx'
import { ConsolidationView } from './consolidation-view.tsx'
import { ConsolidationsView } from './consolidations-view.tsx'
import { GroupFrame } from './group-frame.tsx'
import { TopSideView } from './top-side-view.tsx'

/** The entities of the studio as one: what they are together, and what they owe and sell each other. */
export function GroupRoom() {
  return (
    <Routes>
      <Route index element={<ConsolidationsView />} />
      <Route path="between" element={<BetweenView />} />
      <Route path="top-side" element={<TopSideView />} />
      <Route path=":consolidationId" element={<ConsolidationView />} />
      <Route path="*" element={<Nowhere />} />
    </Routes>
  )
}

function Nowhere() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <GroupFrame title={t('group.title')} here="consolidations">
      <EmptyState title={t('app.noRoom')} detail={t('app.noRoomDetail', { path: pathname })} />
    </GroupFrame>
  )
}

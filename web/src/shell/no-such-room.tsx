import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { EmptyState } from '../design/empty-state.tsx'
import { PageHeader } from '../design/page-header.tsx'

export function NoSuchRoom() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <>
      <PageHeader title={t('app.noRoom')} />
      <EmptyState title={t('app.noRoom')} detail={t('app.noRoomDetail', { path: pathname })}>
        <Button component={Link} to="/" variant="contained">
          {t('app.toHome')}
        </Button>
      </EmptyState>
    </>
  )
}

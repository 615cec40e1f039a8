import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../design/empty-state.tsx'
import { May } from '../identity/may.tsx'

/** Three reasons for an empty list, each with its own way on. */
export function NoBusinesses(given: { isNarrowed: boolean; isArchive: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  if (given.isNarrowed) {
    return (
      <EmptyState title={t('businesses.emptyFilter.title')} detail={t('businesses.emptyFilter.detail')}>
        <Button variant="outlined" onClick={given.onClear}>
          {t('businesses.clear')}
        </Button>
      </EmptyState>
    )
  }
  const kind = given.isArchive ? 'emptyArchive' : 'empty'
  const back = (
    <Button component={Link} to="/businesses" variant="outlined">
      {t('businesses.emptyArchive.action')}
    </Button>
  )
  return (
    <EmptyState title={t(`businesses.${kind}.title`)} detail={t(`businesses.${kind}.detail`)}>
      {given.isArchive ? (
        back
      ) : (
        <May permission="businesses.write">
          <Button component={Link} to="/businesses/new" variant="contained">
            {t('businesses.empty.action')}
          </Button>
          <Button component={Link} to="/businesses/import" variant="outlined">
            {t('businesses.empty.import')}
          </Button>
        </May>
      )}
    </EmptyState>
  )
}

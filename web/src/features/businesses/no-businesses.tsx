import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../design/empty-state.tsx'

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
  return (
    <EmptyState title={t(`businesses.${kind}.title`)} detail={t(`businesses.${kind}.detail`)}>
      <Button
        component={Link}
        to={given.isArchive ? '/businesses' : '/businesses/new'}
        variant={given.isArchive ? 'outlined' : 'contained'}
      >
        {t(`businesses.${kind}.action`)}
      </Button>
      {!given.isArchive && (
        <Button component={Link} to="/businesses/import" variant="outlined">
          {t('businesses.empty.import')}
        </Button>
      )}
    </EmptyState>
  )
}

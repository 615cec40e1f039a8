import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { isStage } from '../businesses/stages.ts'
import { useKpiPlace } from './use-kpi-place.ts'

/** Some of the businesses alone, as a figure elsewhere leads here; and the way back to all. */
export function ValueNarrowing() {
  const { t } = useTranslation()
  const { categoryId, entityId, ownerId, stage, isThen, put } = useKpiPlace()
  const [ofCategory, ofEntity, ofOwner] = [categoryId, entityId, ownerId].map((id) =>
    id === null || id === 'none' ? undefined : id,
  )
  const categories = useRead('businesses.list-categories', { ids: [ofCategory ?? ''] }, { skip: !ofCategory })
  const entities = useRead('entities.list-entities', { ids: [ofEntity ?? ''] }, { skip: !ofEntity })
  const owners = useRead('businesses.list-owners', { limit: 200 }, { skip: !ofOwner })
  const names = [
    categoryId === 'none' ? t('home.noCategory') : ofCategory && (categories.data?.items[0]?.name ?? '…'),
    ofEntity && (entities.data?.items[0]?.name ?? '…'),
    ownerId === 'none'
      ? t('businesses.without.owner')
      : ofOwner && (owners.data?.items.find(({ id }) => id === ofOwner)?.name ?? '…'),
    stage !== null && isStage(stage) && t(`stage.${stage}`),
  ].filter(Boolean)
  if (names.length === 0) return null
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
      {t(isThen ? 'kpis.onlyThen' : 'kpis.onlyCategory', { name: names.join(', ') })}
      <Button onClick={() => put({ category: '', entity: '', owner: '', stage: '', by: '' })}>
        {t('kpis.allBusinesses')}
      </Button>
    </Box>
  )
}

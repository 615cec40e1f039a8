import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../../design/format.ts'
import { BandMark } from './band-mark.tsx'
import { CLIPPED, type ListColumn } from './columns.ts'
import { StageMark } from './stage-mark.tsx'
import type { ListedBusiness } from './stages.ts'

/** What a business says in a column of the list. */
export function BusinessCell({ column, business }: { column: ListColumn; business: ListedBusiness }) {
  const { t } = useTranslation()
  const { stage, health, entity, category, owner, daysInStage, stageSince, updatedAt, createdAt } = business
  if (column === 'stage')
    return (
      <Box role="cell">
        <StageMark stage={stage} />
      </Box>
    )
  if (column === 'health')
    return (
      <Box role="cell">
        <BandMark health={health} />
      </Box>
    )
  const texts: Record<
    Exclude<ListColumn, 'stage' | 'health'>,
    { text: string; title?: string | undefined }
  > = {
    entity: { text: entity.name, title: entity.name },
    category: {
      text: category?.name ?? t('businesses.noCategory'),
      title: category?.name ?? t('businesses.noCategoryReason'),
    },
    owner: {
      text: owner?.name ?? t('businesses.noCategory'),
      title: owner?.name ?? t('businesses.noOwnerReason'),
    },
    'in-stage': {
      text: t('businesses.days', { days: formatCount(daysInStage) }),
      title: formatDay(stageSince),
    },
    updated: { text: formatDay(updatedAt) },
    created: { text: formatDay(createdAt) },
  }
  const { text, title } = texts[column]
  return (
    <Box role="cell" title={title} sx={{ ...CLIPPED, ...(column !== 'entity' && QUIET) }}>
      {text}
    </Box>
  )
}

const QUIET = { color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" } as const

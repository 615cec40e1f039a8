import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../../design/format.ts'
import { BandMark } from './band-mark.tsx'
import { CLIPPED, type ListColumn } from './columns.ts'
import { InlineEdit } from './inline-edit.tsx'
import { isEditable } from './inline-fields.ts'
import { StageMark } from './stage-mark.tsx'
import type { ListedBusiness } from './stages.ts'

/** What a business says in a column of the list. */
export function BusinessCell(given: {
  column: ListColumn
  business: ListedBusiness
  isOfNow: boolean
  isNear: boolean
}) {
  const { column, business, isOfNow, isNear } = given
  const { t } = useTranslation()
  const { stage, health, entity, category, owner, daysInStage, stageSince, updatedAt, createdAt } = business
  if (column === 'stage')
    return (
      <Box role="cell">
        {isOfNow ? (
          <InlineEdit column="stage" {...{ business, isNear }}>
            <StageMark stage={stage} />
          </InlineEdit>
        ) : (
          <StageMark stage={stage} />
        )}
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
      {isOfNow && isEditable(column) ? (
        <InlineEdit {...{ column, business, isNear }}>{text}</InlineEdit>
      ) : (
        text
      )}
    </Box>
  )
}

const QUIET = { color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" } as const

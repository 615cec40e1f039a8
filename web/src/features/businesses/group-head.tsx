import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { CLIPPED } from './columns.ts'
import { PlacedLine, type Place } from './list-line.tsx'
import { BANDS } from './use-business-filter.ts'
import { isStage } from './stages.ts'
import type { Group, Grouping } from './use-grouping.ts'

/** A ruled head: what the group is, how many are in it, and whether its rows are to be seen. */
export function GroupHead(given: {
  grouping: Grouping
  group: Group
  place: Place
  isFolded: boolean
  onFold: () => void
}) {
  const { t } = useTranslation()
  const { group, place, isFolded, onFold } = given
  const { count } = group
  return (
    <PlacedLine place={place}>
      <Box role="cell" sx={CELL}>
        <Box
          component="button"
          type="button"
          data-row=""
          aria-expanded={!isFolded}
          onClick={onFold}
          sx={HEAD}
        >
          <Box component="span" sx={{ color: 'text.secondary', ...(!isFolded && { rotate: '90deg' }) }}>
            <Icon name="chevron" size={14} />
          </Box>
          <Box component="span" sx={CLIPPED}>
            {nameOf(given, t)}
          </Box>
          <Box component="span" sx={COUNT}>
            {t('businesses.groupCount', { count })}
          </Box>
        </Box>
      </Box>
    </PlacedLine>
  )
}

function nameOf(
  { grouping, group: { id, name } }: { grouping: Grouping; group: Group },
  t: TFunction,
): string {
  if (id === null) return t(`businesses.without.${grouping}`)
  if (grouping === 'stage' && isStage(id)) return t(`stage.${id}`)
  const band = grouping === 'health' && BANDS.find((one) => one === id)
  return band ? t(`band.${band}`) : (name ?? '')
}

const CELL = {
  height: '100%',
  bgcolor: 'background.default',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
const HEAD = {
  width: '100%',
  height: '100%',
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  m: 0,
  px: { xs: 4, sm: 6 },
  border: 0,
  background: 'none',
  font: 'inherit',
  fontSize: 13,
  fontWeight: 600,
  color: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:focus-visible': { outlineOffset: -2 },
} as const
const COUNT = { fontWeight: 400, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' } as const

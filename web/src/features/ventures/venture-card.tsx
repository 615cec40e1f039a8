import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDecimal } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { BandMark } from '../businesses/band-mark.tsx'
import type { ListedBusiness } from '../businesses/stages.ts'
import { dragged } from './dragged.ts'
import type { Share } from './use-shares.ts'

/** A business on the board. Enter opens it; for whom may move it M does, and it can be dragged as well. */
export function VentureCard(given: {
  business: ListedBusiness
  place: number
  share: Share | undefined
  onOpen: () => void
  onMove: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const { business, place, share, onOpen, onMove } = given
  const { name, category, daysInStage, health } = business
  return (
    <Box
      draggable={onMove !== undefined}
      onDragStart={() => {
        dragged.business = business
      }}
      onDragEnd={() => {
        dragged.business = undefined
      }}
      sx={CARD}
    >
      <Box
        component="button"
        type="button"
        data-card={place}
        data-row
        onClick={onOpen}
        onKeyDown={(event: React.KeyboardEvent) => {
          if (!onMove || event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          onMove()
        }}
        sx={NAME}
      >
        {name}
      </Box>
      <Box sx={LINE}>
        {t('ventures.cardLine', {
          category: category?.name ?? t('businesses.without.category'),
          days: t('businesses.days', { days: formatCount(daysInStage) }),
        })}
      </Box>
      <Box sx={{ ...LINE, display: 'flex', gap: 3 }}>
        {health && <BandMark health={health} />}
        {share && (
          <span title={ownersIn(share)}>
            {t('ventures.held', { share: formatDecimal(String(share.heldPercent)) })}
          </span>
        )}
      </Box>
      {onMove && (
        <IconButton
          aria-label={t('ventures.moveOne', { name })}
          title={t('ventures.move')}
          onClick={onMove}
          sx={MOVE}
        >
          <Icon name="chevron" size={14} />
        </IconButton>
      )}
    </Box>
  )
}

function ownersIn({ owners }: Share): string {
  return owners.map(({ name, percent }) => `${name} ${formatDecimal(percent)} %`).join(', ')
}

const CARD = {
  height: '100%',
  px: 3,
  py: 2,
  position: 'relative',
  bgcolor: 'background.paper',
  borderBottom: '1px solid var(--mui-palette-divider)',
  overflow: 'hidden',
  '&:hover': { bgcolor: 'background.default' },
} as const
const NAME = {
  display: 'block',
  width: 'calc(100% - 32px)',
  p: 0,
  border: 0,
  bgcolor: 'transparent',
  font: 'inherit',
  fontSize: 13,
  lineHeight: '20px',
  fontWeight: 600,
  color: 'text.primary',
  textAlign: 'left',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  // The whole card opens: the button is stretched over it.
  '&::after': { content: '""', position: 'absolute', inset: 0 },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: -2 },
} as const
const LINE = {
  fontSize: 12,
  lineHeight: '20px',
  color: 'text.secondary',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  fontFeatureSettings: "'tnum', 'zero'",
} as const
/** Above the stretched button. */
const MOVE = { position: 'absolute', zIndex: 1, top: 4, right: 4 } as const

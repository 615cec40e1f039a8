import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { ActorMark } from '../../design/actor-mark.tsx'
import { formatAgo, formatInstant } from '../../design/format.ts'
import { ROW_ATTRIBUTE } from './use-inbox-keys.ts'
import type { Told } from './title-of.ts'
import { UNSEEN } from '../../design/unseen.ts'

/** A line each: what happened, and when. What was not read carries a dot and stands in bold. */
export function InboxRows(given: {
  rows: Told[] | undefined
  openId: string | undefined
  onOpen: (told: Told) => void
  /** When the list was read. */
  asOfMs: number
}) {
  const { t } = useTranslation()
  const { rows, openId, onOpen, asOfMs } = given
  if (!rows) {
    return (
      <Box component="output" aria-label={t('inbox.loading')} sx={{ display: 'block' }}>
        {[48, 62, 40, 56].map((width) => (
          <Box key={width} sx={{ ...ROW, pointerEvents: 'none' }}>
            <span />
            <Skeleton variant="circular" width={24} height={24} />
            <Skeleton height={14} width={`${width}%`} />
          </Box>
        ))}
      </Box>
    )
  }
  return (
    <Box component="ul" aria-label={t('inbox.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((told) => (
        <li key={told.id}>
          <InboxRow {...{ told, asOfMs }} isOpen={told.id === openId} onOpen={() => onOpen(told)} />
        </li>
      ))}
    </Box>
  )
}

function InboxRow(given: { told: Told; asOfMs: number; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  const { search } = useLocation()
  const { told, asOfMs, isOpen, onOpen } = given
  const isUnread = told.readAt === null
  return (
    <Box
      component={Link}
      to={{ pathname: `/inbox/${told.id}`, search }}
      onClick={onOpen}
      aria-current={isOpen ? 'true' : undefined}
      {...{ [ROW_ATTRIBUTE]: told.id }}
      sx={{ ...ROW, ...(isOpen && OPEN) }}
    >
      <Box component="span" sx={isUnread ? DOT : undefined}>
        {isUnread && (
          <Box component="span" sx={UNSEEN}>
            {t('inbox.isUnread')}
          </Box>
        )}
      </Box>
      <ActorMark name={told.actor.name ?? '?'} isPerson={told.actor.kind === 'person'} />
      <Box
        component="span"
        sx={{ minWidth: 0, overflowWrap: 'anywhere', fontWeight: isUnread ? 600 : 400, textWrap: 'pretty' }}
      >
        {told.says}
      </Box>
      <Box
        component="time"
        dateTime={told.at}
        title={formatInstant(told.at)}
        sx={{ fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap' }}
      >
        {formatAgo(told.at, asOfMs)}
      </Box>
    </Box>
  )
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: '8px 24px minmax(0, 1fr) auto',
  columnGap: 3,
  alignItems: 'start',
  px: { xs: 4, sm: 6 },
  py: '9px',
  fontSize: 13,
  lineHeight: '20px',
  color: 'text.primary',
  textDecoration: 'none',
  bgcolor: 'background.paper',
  borderBottom: '1px solid var(--mui-palette-divider)',
  '@media (pointer: coarse)': { py: '14px' },
  '&:hover': { bgcolor: 'background.default' },
  '&:focus-visible': { outlineOffset: -2 },
} as const
const OPEN = {
  bgcolor: 'background.default',
  boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
} as const
const DOT = { width: 8, height: 8, mt: '8px', borderRadius: '50%', bgcolor: 'primary.main' } as const

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { formatCount } from '../../design/format.ts'
import type { Book } from './banking-words.ts'
import { useQueryPlace } from './use-query-place.ts'

/** Posted, drafts, pending: three lists of one book, with how many wait in the two that are in no balance. */
export function EntryKinds({ book, mayPost }: { book: Book; mayPost: boolean }) {
  const { t } = useTranslation()
  const { get } = useQueryPlace()
  const first = { bookId: book.id, state: 'open', limit: 1 } as const
  const drafts = useRead('ledger.list-drafts', first, { skip: !mayPost }).data?.total
  const pending = useRead('ledger.list-pending', first).data?.total
  const kinds = [
    { key: '', title: t('drafts.posted'), count: undefined },
    ...(mayPost ? [{ key: 'drafts', title: t('drafts.title'), count: drafts }] : []),
    { key: 'pending', title: t('pending.title'), count: pending },
  ]
  const here = kinds.some(({ key }) => key === get('list')) ? get('list') : ''
  return (
    <Box component="nav" aria-label={t('drafts.kinds')} sx={KINDS}>
      {kinds.map(({ key, title, count }) => (
        <Box
          key={key}
          component={Link}
          to={key === '' ? `/banking/${book.id}/entries` : `/banking/${book.id}/entries?list=${key}`}
          aria-current={key === here ? 'page' : undefined}
        >
          {title}
          {count !== undefined && count > 0 && <span className="count">{formatCount(count)}</span>}
        </Box>
      ))}
    </Box>
  )
}

const KINDS = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  px: { xs: 4, sm: 6 },
  pt: 3,
  pb: 1,
  '& a': {
    display: 'flex',
    alignItems: 'center',
    gap: 1,
    height: 28,
    px: 2,
    fontSize: 13,
    color: 'text.secondary',
    textDecoration: 'none',
    border: '1px solid transparent',
    borderRadius: '3px',
    '&:hover': { color: 'text.primary' },
    '&[aria-current]': { color: 'text.primary', fontWeight: 500, borderColor: 'var(--mui-palette-control)' },
  },
  '& .count': { fontSize: 12, color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" },
  '@media (pointer: coarse)': { '& a': { height: 44 } },
} as const

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../design/icon.tsx'
import { useAllRows } from '../use-all-rows.ts'
import type { Preview, Previewed } from './bulk-change.ts'

/** What a dry run has told: what changes from what, what is so already, and what cannot be changed and why. */
export function BulkPreview({ preview: { changes, changing, refused } }: { preview: Preview }) {
  const { t } = useTranslation()
  const alike = changes.length - changing.length
  return (
    <Box component="section" aria-live="polite" sx={{ fontSize: 13, lineHeight: '20px' }}>
      <Box sx={{ fontWeight: 600 }}>{t('bulk.changing', { count: changing.length })}</Box>
      <Moves changing={changing} />
      {alike > 0 && <Box sx={{ color: 'text.secondary' }}>{t('bulk.alike', { count: alike })}</Box>}
      {refused.length > 0 && (
        <>
          <Box
            sx={{
              mt: 3,
              display: 'flex',
              gap: 1,
              alignItems: 'center',
              fontWeight: 600,
              color: 'warning.main',
            }}
          >
            <Icon name="warning" />
            {t('bulk.refused', { count: refused.length })}
          </Box>
          <Box component="ul" tabIndex={0} aria-label={t('bulk.refusedList')} sx={LIST}>
            {refused.map(({ business, reason }) => (
              <Box component="li" key={business.id}>
                <Box sx={{ fontWeight: 500 }}>{business.name}</Box>
                <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{reason}</Box>
              </Box>
            ))}
          </Box>
        </>
      )}
    </Box>
  )
}

/** From what to what, and how many of each. */
function Moves({ changing }: { changing: Previewed[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const counts = new Map<string, number>()
  for (const { change, previous } of changing) {
    const from = words(previous)
    const to = words(change)
    if (from === undefined || to === undefined) continue
    const move = t('bulk.move', { from, to })
    counts.set(move, (counts.get(move) ?? 0) + 1)
  }
  if (counts.size === 0) return null
  return (
    <Box component="ul" sx={LIST}>
      {[...counts].map(([move, count]) => (
        <Box component="li" key={move} sx={{ display: 'flex', gap: 3 }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {move}
          </Box>
          <span>{t('bulk.count', { count })}</span>
        </Box>
      ))}
    </Box>
  )
}

/** What a field says, in words; undefined for a change that its heading tells already. */
function useWords() {
  const { t } = useTranslation()
  const { rows: entities } = useAllRows('entities.list-entities')
  const { rows: categories } = useAllRows('businesses.list-categories')
  const { rows: owners } = useAllRows('businesses.list-owners')
  const names = new Map([...entities, ...categories, ...owners].map(({ id, name }) => [id, name]))
  return ({ stage, entityId, categoryId, ownerId }: Previewed['previous']): string | undefined => {
    if (stage) return t(`stage.${stage}`)
    if (entityId !== undefined) return names.get(entityId) ?? entityId
    if (ownerId !== undefined) return ownerId === null ? t('form.noOwner') : (names.get(ownerId) ?? ownerId)
    if (categoryId === null) return t('form.noCategory')
    return categoryId === undefined ? undefined : (names.get(categoryId) ?? categoryId)
  }
}

const LIST = {
  listStyle: 'none',
  m: 0,
  mt: 1,
  p: 0,
  maxHeight: 176,
  overflowY: 'auto',
  fontVariantNumeric: 'tabular-nums',
  '& > li': { py: 1, borderTop: '1px solid var(--mui-palette-divider)' },
} as const

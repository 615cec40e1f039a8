import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Choice } from '../../../design/choice.tsx'
import { SearchField } from '../../../design/search-field.tsx'
import { isStatus, STATUSES } from './entity-status.tsx'

/** What the list of entities is narrowed by; it stands in the URL. */
export function useEntityFilter() {
  const [query, setQuery] = useSearchParams()
  const search = query.get('q') ?? ''
  const given = query.get('status')
  const status = isStatus(given) ? given : undefined
  const set = useCallback(
    (name: 'q' | 'status' | 'new', value: string) =>
      setQuery((before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      }),
    [setQuery],
  )
  const find = useCallback((words: string) => set('q', words), [set])
  const clear = () => setQuery({})
  const input = { ...(search !== '' && { search }), ...(status && { status }) }
  return { query, search, status, isNarrowed: search !== '' || status !== undefined, input, set, find, clear }
}

export function EntityFilters(given: {
  filter: Omit<ReturnType<typeof useEntityFilter>, 'query' | 'input'>
}) {
  const { t } = useTranslation()
  const { search, status, isNarrowed, set, find, clear } = given.filter
  return (
    <Box component="search" sx={FILTERS}>
      <SearchField label={t('entities.search')} value={search} onChange={find} />
      <Choice
        label={t('entities.status')}
        value={status ?? ''}
        isMarked={status !== undefined}
        options={[
          { value: '', label: t('entities.anyStatus') },
          ...STATUSES.map((one) => ({ value: one, label: t(`entities.statuses.${one}`) })),
        ]}
        onChange={(value) => set('status', value)}
      />
      {isNarrowed && <Button onClick={clear}>{t('businesses.clear')}</Button>}
    </Box>
  )
}

const FILTERS = {
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) 128px', sm: '280px 168px auto' },
  justifyContent: 'start',
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api.ts'
import { Icon } from '../../../design/icon.tsx'
import { SearchField } from '../../../design/search-field.tsx'
import { COMPARED_MAX } from './use-compared.ts'

const FOUND_MAX = 8

/** Finds another business by its name and puts it beside the others. */
export function AddBusiness({ ids, onAdd }: { ids: readonly string[]; onAdd: (id: string) => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const search = useDeferredValue(words.trim())
  const found = useRead('businesses.list-businesses', { search, limit: FOUND_MAX }, { skip: search === '' })
  const others = search === '' ? [] : (found.data?.items.filter(({ id }) => !ids.includes(id)) ?? [])
  if (ids.length >= COMPARED_MAX) {
    return <Box sx={{ ...LINE, color: 'text.secondary' }}>{t('compare.full', { count: COMPARED_MAX })}</Box>
  }
  return (
    <Box component="search" sx={LINE}>
      <Box sx={{ width: { xs: '100%', sm: 280 } }}>
        <SearchField label={t('compare.add')} value={words} onChange={setWords} />
      </Box>
      {others.map(({ id, name }) => (
        <Button
          key={id}
          variant="outlined"
          startIcon={<Icon name="plus" size={14} />}
          aria-label={t('compare.addOne', { name })}
          onClick={() => {
            setWords('')
            onAdd(id)
          }}
        >
          {name}
        </Button>
      ))}
      {search !== '' && found.data && others.length === 0 && (
        <Box component="output" sx={{ color: 'text.secondary' }}>
          {t('compare.nothingFound')}
        </Box>
      )}
    </Box>
  )
}

const LINE = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 13,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

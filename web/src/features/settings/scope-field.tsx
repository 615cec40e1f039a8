import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { Field } from '../../design/field.tsx'
import { useAllRows } from '../businesses/use-all-rows.ts'

const FOUND_MAX = 20

interface Scope {
  /** Null is the whole studio. */
  id: string | null
  name: string
  kind: 'studio' | 'entity' | 'category' | 'business'
}

/** What a right covers: the studio, or one entity, category or business, found by its name. */
export function ScopeField(given: { covers: string | null; onChange: (covers: string | null) => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const { value, options } = useScopes(given.covers, useDeferredValue(words.trim()))
  return (
    <Field label={t('rights.on')}>
      {({ id }) => (
        <Autocomplete
          id={id}
          size="small"
          disableClearable
          openOnFocus
          selectOnFocus
          handleHomeEndKeys
          forcePopupIcon={false}
          options={options}
          value={value}
          filterOptions={(all) => all}
          groupBy={({ kind }) => t(`rights.kinds.${kind}`)}
          getOptionLabel={({ name }) => name}
          getOptionKey={({ id: key }) => key ?? 'studio'}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          noOptionsText={t('rights.nothing')}
          onInputChange={(_event, typed, reason) => setWords(reason === 'input' ? typed : '')}
          onChange={(_event, chosen) => given.onChange(chosen.id)}
          slotProps={{ paper: { sx: LIST } }}
          sx={INPUT}
          renderInput={({ slotProps: { input, htmlInput } }) => (
            <OutlinedInput
              ref={input.ref}
              className={input.className}
              onMouseDown={input.onMouseDown}
              slotProps={{ input: htmlInput }}
            />
          )}
        />
      )}
    </Field>
  )
}

function useScopes(covers: string | null, words: string): { value: Scope; options: Scope[] } {
  const { t } = useTranslation()
  const entities = useAllRows('entities.list-entities').rows
  const categories = useAllRows('businesses.list-categories').rows
  const { data } = useRead('businesses.list-businesses', {
    limit: FOUND_MAX,
    ...(words !== '' && { search: words }),
  })
  const isBusiness = covers?.startsWith('biz_') ?? false
  const { data: chosen } = useRead(
    'businesses.get-business',
    { businessId: covers ?? '' },
    { skip: !isBusiness },
  )
  const studio: Scope = { id: null, name: t('rights.option'), kind: 'studio' }
  const named = (kind: Scope['kind'], rows: readonly { id: string; name: string }[]): Scope[] =>
    rows.map(({ id, name }) => ({ id, name, kind }))
  const fixed = [studio, ...named('entity', entities), ...named('category', categories)]
  const wanted = words.toLowerCase()
  const kept = fixed.filter(({ name }) => name.toLowerCase().includes(wanted))
  const options = [...kept, ...named('business', data?.items ?? [])]
  const known = [...fixed, ...(chosen ? named('business', [chosen]) : [])].find(({ id }) => id === covers)
  const { id, name, kind }: Scope = known ?? { id: covers, name: covers ?? '', kind: 'business' }
  // The same object while it says the same, as in `Chooser`.
  const value = useMemo(() => ({ id, name, kind }), [id, name, kind])
  return { value, options }
}

/** As high as every other field: what stands here must win over MUI's own, which counts on its adornments. */
const INPUT = {
  '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall.MuiInputBase-sizeSmall': { p: 0 },
  '& .MuiOutlinedInput-root .MuiAutocomplete-input.MuiAutocomplete-input.MuiAutocomplete-input': {
    p: '6px 8px',
    textOverflow: 'ellipsis',
  },
} as const

const LIST = {
  border: '1px solid var(--mui-palette-divider)',
  boxShadow: '0 12px 32px rgb(0 0 0 / 22%)',
  fontSize: 13,
  '& .MuiAutocomplete-groupLabel': { fontSize: 11, lineHeight: '28px', top: 0, bgcolor: 'background.paper' },
  '& .MuiAutocomplete-option': { minHeight: 32, fontSize: 13, overflowWrap: 'anywhere' },
} as const

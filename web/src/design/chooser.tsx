import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { ChoiceOption } from './choice.tsx'
import type { FieldIds } from './field.tsx'

const SHOWN_MAX = 100

/**
 * One of many, found by typing a part of it: arrows go through what fits, Enter and Tab take it. Where there are few,
 * `Choice` is quicker. Leaving it without having typed changes nothing.
 */
export function Chooser(given: {
  label: string
  value: string
  options: readonly ChoiceOption[]
  onChange: (value: string) => void
  /** After Enter or a click has taken one: where to go on. */
  onTaken?: (field: HTMLElement) => void
  ids?: Omit<FieldIds, 'id'>
}) {
  const { t } = useTranslation()
  const { label, value, options, onChange, onTaken, ids } = given
  const field = useRef<HTMLInputElement>(null)
  const lit = useRef<ChoiceOption>(null)
  const chosen = useSame(options.find((one) => one.value === value))
  return (
    <Autocomplete
      options={options}
      value={chosen}
      autoHighlight
      forcePopupIcon={false}
      disableClearable={false}
      clearIcon={null}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      getOptionKey={(one) => one.value}
      filterOptions={(all, { inputValue }) => fitting(all, inputValue)}
      noOptionsText={t('chooser.nothing')}
      onHighlightChange={(_event, option) => {
        lit.current = option
      }}
      onChange={(_event, option, reason) => {
        // What was chosen may open the very field to go on to, so that it must be there.
        flushSync(() => onChange(option?.value ?? ''))
        if (reason === 'selectOption' && field.current) onTaken?.(field.current)
      }}
      onKeyDown={(event) => {
        const isTyped =
          field.current && field.current.value.trim() !== '' && field.current.value !== chosen?.label
        if (event.key === 'Tab' && isTyped && lit.current) onChange(lit.current.value)
      }}
      sx={FIELD}
      slotProps={{ paper: { sx: PAPER }, listbox: { sx: LIST } }}
      renderInput={({ id, slotProps: { input, htmlInput } }) => (
        <OutlinedInput
          ref={input.ref}
          className={input.className}
          onMouseDown={input.onMouseDown}
          inputRef={field}
          error={ids?.['aria-invalid'] ?? false}
          slotProps={{ input: { ...htmlInput, id, 'aria-label': label, ...ids } }}
        />
      )}
    />
  )
}

/** The same object while it says the same: for another one the field would drop what is being typed, whenever something beside it is read. */
function useSame(option: ChoiceOption | undefined): ChoiceOption | null {
  const { value, label } = option ?? {}
  return useMemo(() => (value === undefined || label === undefined ? null : { value, label }), [value, label])
}

/** What has all the words in it; first what has them where words begin, so that "rent" is Rent before it is Current. */
function fitting(all: readonly ChoiceOption[], typed: string): ChoiceOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = all
    .map((option) => ({ option, text: ` ${option.label.toLowerCase()}` }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
  const begins = ({ text }: { text: string }) => words.every((word) => text.includes(` ${word}`))
  return [...found.filter(begins), ...found.filter((one) => !begins(one))]
    .slice(0, SHOWN_MAX)
    .map(({ option }) => option)
}

/** As high as a text field, and with its words where those of a text field begin. */
const FIELD = {
  '&& .MuiOutlinedInput-root': { p: 0 },
  '&& .MuiOutlinedInput-root input': { p: '6px 8px' },
} as const

const PAPER = {
  border: '1px solid var(--mui-palette-control)',
  borderRadius: '3px',
  fontSize: 13,
  minWidth: 240,
  '& .MuiAutocomplete-noOptions': { fontSize: 13, px: 3, py: 2 },
} as const

const LIST = {
  p: 0,
  maxHeight: 264,
  '&& .MuiAutocomplete-option': { fontSize: 13, px: 3, py: 1, minHeight: 32 },
  '@media (pointer: coarse)': { '&& .MuiAutocomplete-option': { minHeight: 44 } },
} as const

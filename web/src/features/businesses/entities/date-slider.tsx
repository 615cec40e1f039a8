import { today } from '#kernel/periods.ts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

const DAY_MS = 86_400_000
const PAUSE_MS = 200

/** A day between the first change of the structure and a year from its last; marks stand where something changes. */
export function DateSlider(given: {
  on: string
  changesOn: readonly string[]
  onChange: (day: string) => void
}) {
  const { t } = useTranslation()
  const { on, changesOn, onChange } = given
  const [held, setHeld] = useState<string>()
  const listId = useId()
  useEffect(() => {
    if (held === undefined) return undefined
    // One read when the hand rests, and not one for each day that it passes.
    const timer = setTimeout(() => {
      onChange(held)
      setHeld(undefined)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [held, onChange])
  const day = held ?? on
  const days = [...changesOn, today(), day].toSorted()
  const [first, last] = [numberOf(days[0] ?? day) - 30, numberOf(days.at(-1) ?? day) + 30]
  const earlier = changesOn.findLast((change) => change < day)
  const later = changesOn.find((change) => change > day)
  return (
    <Box component="section" aria-label={t('ownership.timeline')} sx={BAND}>
      <Box component="label" htmlFor={listId} sx={{ fontSize: 12, color: 'text.secondary' }}>
        {t('ownership.day')}
      </Box>
      <Box component="output" htmlFor={listId} sx={{ fontSize: 13, fontWeight: 600 }}>
        {day}
      </Box>
      <Box sx={{ minWidth: 0, gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        <Box
          component="input"
          id={listId}
          type="range"
          min={first}
          max={last}
          step={1}
          value={numberOf(day)}
          aria-valuetext={day}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            setHeld(dayOf(Number(event.target.value)))
          }
          sx={{ display: 'block', width: '100%', m: 0, accentColor: 'var(--mui-palette-primary-main)' }}
        />
        <Box aria-hidden sx={{ height: 8, px: '8px', color: 'text.secondary' }}>
          <svg width="100%" height="8" overflow="visible" display="block">
            {changesOn.map((change) => {
              const place = `${((numberOf(change) - first) / (last - first)) * 100}%`
              return <line key={change} x1={place} x2={place} y1="0" y2="8" stroke="currentColor" />
            })}
          </svg>
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: 2, gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        <Button disabled={earlier === undefined} onClick={() => earlier && onChange(earlier)}>
          {t('ownership.earlier')}
        </Button>
        <Button disabled={later === undefined} onClick={() => later && onChange(later)}>
          {t('ownership.later')}
        </Button>
      </Box>
    </Box>
  )
}

function numberOf(day: string): number {
  return Math.round(Date.parse(day) / DAY_MS)
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

const BAND = {
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'auto 1fr', sm: 'auto 88px minmax(0, 1fr) auto' },
  alignItems: 'center',
  columnGap: 3,
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api.ts'
import { MONO } from '../../../design/theme.ts'
import { Tick } from '../../../design/tick.tsx'

/** The types of events by module, from what the server knows; a whole module is one choice. */
export function EventChoice(given: {
  chosen: string[]
  onChange: (chosen: string[]) => void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { chosen, onChange, error } = given
  const { data, problem } = useRead('webhooks.list-event-names', {})
  const modules = [...Map.groupBy(data?.eventTypes ?? [], ({ module }) => module)]
  const toggle = (type: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, type] : chosen.filter((other) => other !== type))
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 1, fontSize: 12, lineHeight: '16px', fontWeight: 500 }}>
        {t('webhooks.events')}
      </Box>
      <Box sx={{ fontSize: 12, lineHeight: '16px', color: error ? 'error.main' : 'text.secondary', mb: 2 }}>
        {error ?? problem?.detail ?? t('webhooks.eventsHint')}
      </Box>
      {modules.map(([module, types]) => (
        <Module key={module} {...{ module, types, chosen, toggle }} />
      ))}
    </Box>
  )
}

function Module(given: {
  module: string
  types: { type: string; tellsValues: boolean }[]
  chosen: string[]
  toggle: (type: string, isOn: boolean) => void
}) {
  const { t } = useTranslation()
  const { module, types, chosen, toggle } = given
  const whole = `${module}.*`
  const isWhole = chosen.includes(whole)
  const count = types.filter(({ type }) => chosen.includes(type)).length
  return (
    <Box component="details" sx={DETAILS} open={count > 0}>
      <summary>
        {module}
        <Box component="span" sx={{ ml: 2, color: 'text.secondary', fontWeight: 400 }}>
          {isWhole
            ? t('webhooks.wholeChosen')
            : t('webhooks.chosenOf', { chosen: count, count: types.length })}
        </Box>
      </summary>
      <Box sx={{ pl: 4, pb: 2 }}>
        <Tick
          label={<Mono>{whole}</Mono>}
          note={t('webhooks.whole')}
          isOn={isWhole}
          onChange={(isOn) => toggle(whole, isOn)}
        />
        {types.map(({ type, tellsValues }) => (
          <Tick
            key={type}
            label={<Mono>{type}</Mono>}
            {...(!tellsValues && { note: t('webhooks.namesOnly') })}
            isOn={isWhole || chosen.includes(type)}
            isDisabled={isWhole}
            onChange={(isOn) => toggle(type, isOn)}
          />
        ))}
      </Box>
    </Box>
  )
}

function Mono({ children }: { children: React.ReactNode }) {
  return (
    <Box component="span" sx={{ fontFamily: MONO, fontSize: 12, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  )
}

const DETAILS = {
  borderBottom: '1px solid var(--mui-palette-divider)',
  '& > summary': {
    py: 2,
    fontSize: 13,
    fontWeight: 500,
    cursor: 'pointer',
    '@media (pointer: coarse)': { py: 3 },
  },
} as const

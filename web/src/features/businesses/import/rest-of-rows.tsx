import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { DayField } from '../../../design/day-field.tsx'
import { Field } from '../../../design/field.tsx'
import { useAllRows } from '../use-all-rows.ts'
import { EntityOfRows } from './entity-of-rows.tsx'
import type { Said } from './import-input.ts'
import type { ImportTarget } from './targets.ts'

type Saying = { said: Said; onSay: (said: Partial<Said>) => void }

/** What holds for rows that do not say it themselves. */
export function RestOfRows({ target, ...saying }: Saying & { target: ImportTarget }) {
  return (
    <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4 }}>
      {target === 'businesses' && (
        <EntityOfRows value={saying.said.entityId} onChange={(entityId) => saying.onSay({ entityId })} />
      )}
      {target === 'values' && <KpiOfRows {...saying} />}
      {target === 'entities' && <OwnersOfRows {...saying} />}
    </Box>
  )
}

function KpiOfRows({ said, onSay }: Saying) {
  const { t } = useTranslation()
  const { rows, isComplete } = useAllRows('kpis.list-kpis')
  const hasNone = isComplete && rows.length === 0
  return (
    <Box sx={{ maxWidth: 480, '& .MuiInputBase-root': { width: '100%' } }}>
      <Field label={t('import.kpi')} hint={hasNone ? t('import.noKpiYet') : undefined}>
        {(ids) => (
          <Choice
            ids={ids}
            value={said.kpiId}
            options={[
              { value: '', label: t('import.noKpi') },
              ...rows.map(({ id, name, currency }) => ({
                value: id,
                label: currency === null ? name : `${name} · ${currency}`,
              })),
            ]}
            onChange={(kpiId) => onSay({ kpiId })}
          />
        )}
      </Field>
    </Box>
  )
}

function OwnersOfRows({ said, onSay }: Saying) {
  const { t } = useTranslation()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
      <Field label={t('import.ownersFrom')}>
        {(ids) => <DayField ids={ids} value={said.from} onChange={(from) => onSay({ from })} />}
      </Field>
      <Field label={t('import.newHolders')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={said.newHolders}
            options={[
              { value: '', label: t('import.holdersUnsaid') },
              { value: 'person', label: t('import.holders.person') },
              { value: 'investor', label: t('import.holders.investor') },
            ]}
            onChange={(kind) => onSay({ newHolders: kind === 'person' || kind === 'investor' ? kind : '' })}
          />
        )}
      </Field>
    </Box>
  )
}

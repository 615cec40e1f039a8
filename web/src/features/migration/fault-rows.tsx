import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import type { Check, Said } from './said.ts'
import { ToldRows } from './told-rows.tsx'

/** What stands in the way, each where it stands in the files; and what can be said of all of them. */
export function FaultRows(given: { check: Check; said: Said; onSay: (said: Partial<Said>) => void }) {
  const { t } = useTranslation()
  const { check, said, onSay } = given
  const { faults, faultCount } = check
  return (
    <ToldRows title={t('migration.faults')} column={t('migration.wrong')} rows={faults} count={faultCount}>
      <Ways check={check} said={said} onSay={onSay} />
    </ToldRows>
  )
}

/** How days and amounts are written, where the files themselves leave it open. */
function Ways({ check, said, onSay }: { check: Check; said: Said; onSay: (said: Partial<Said>) => void }) {
  const { t } = useTranslation()
  const isOpen = check.faults.some(({ row }) => row !== null)
  const undated = check.files.flatMap(({ name, kind }) =>
    kind === 'trial-balance' && check.faults.some(({ file, row }) => file === name && row === null)
      ? name
      : [],
  )
  if (!isOpen && undated.length === 0) return null
  const days = ['', 'day-first', 'month-first'] as const
  const marks = ['', 'point', 'comma'] as const
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, px: { xs: 4, sm: 6 }, pt: 4 }}>
      {undated.length > 0 && (
        <Field label={t('migration.balancesOf')}>
          {(ids) => (
            <DayField
              ids={ids}
              value={said.asOf}
              onChange={(asOf) => onSay({ asOf, undated: said.undated.concat(undated) })}
            />
          )}
        </Field>
      )}
      <Field label={t('migration.dayOrder')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={said.dayOrder}
            options={days.map((value) => ({ value, label: t(`migration.dayOrders.${value || 'open'}`) }))}
            onChange={(chosen) => onSay({ dayOrder: days.find((one) => one === chosen) ?? '' })}
          />
        )}
      </Field>
      <Field label={t('migration.decimal')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={said.decimal}
            options={marks.map((value) => ({ value, label: t(`migration.decimals.${value || 'open'}`) }))}
            onChange={(chosen) => onSay({ decimal: marks.find((one) => one === chosen) ?? '' })}
          />
        )}
      </Field>
    </Box>
  )
}

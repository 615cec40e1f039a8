import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import type { Check, Said } from './said.ts'

/** What stands in the way, each where it stands in the files; and what can be said of all of them. */
export function FaultRows(given: { check: Check; said: Said; onSay: (said: Partial<Said>) => void }) {
  const { t } = useTranslation()
  const { check, said, onSay } = given
  const { faults, faultCount } = check
  return (
    <Box component="section" aria-label={t('migration.faults')} sx={{ pb: 4 }}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 2 }}>
        {t('migration.faults')}
      </Typography>
      <LedgerRows
        label={t('migration.faults')}
        columns={[
          { key: 'place', title: t('migration.place') },
          { key: 'wrong', title: t('migration.wrong') },
        ]}
      >
        {faults.map((fault) => (
          <tr key={[fault.file, fault.company, fault.cell, fault.row, fault.message].join(' ')}>
            <Box component="td" sx={{ width: { sm: 240 } }}>
              <PlaceOf fault={fault} />
            </Box>
            <td>{fault.message}</td>
          </tr>
        ))}
      </LedgerRows>
      {faultCount > faults.length && (
        <Typography variant="caption" component="p" sx={{ px: { xs: 4, sm: 6 }, py: 2 }}>
          {t('migration.faultsShown', { shown: faults.length, count: faultCount })}
        </Typography>
      )}
      <Ways check={check} said={said} onSay={onSay} />
    </Box>
  )
}

function PlaceOf({ fault: { file, company, cell, row } }: { fault: Check['faults'][number] }) {
  const { t } = useTranslation()
  const place = cell ?? (row === null ? undefined : t('migration.row', { row }))
  return [file ?? company, place].filter((part) => part !== null && part !== undefined).join(', ')
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

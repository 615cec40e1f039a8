import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import type { Preview } from './targets.ts'

interface Line {
  row: number
  what: string
  as: string
}

/** The first rows as they would become: what a person compares with the spreadsheet beside it. */
export function PreviewRows({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('import.preview')}
      columns={[
        { key: 'row', title: t('import.row') },
        { key: 'what', title: t('import.what') },
        { key: 'as', title: t('import.as') },
      ]}
    >
      {linesOf(preview).map(({ row, what, as }) => (
        <tr key={`${row} ${what} ${as}`}>
          <Box
            component="td"
            sx={{ width: { sm: 88 }, color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}
          >
            <Box component="span" sx={{ display: { sm: 'none' } }}>
              {t('import.row')}{' '}
            </Box>
            {row}
          </Box>
          <Box component="td" sx={{ fontWeight: 500 }}>
            {what}
          </Box>
          <Box component="td" sx={{ color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}>
            {as}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

function linesOf(preview: Preview): Line[] {
  if ('stageWords' in preview)
    return preview.preview.map(({ row, name, stage, entityName, categoryName, ownerName }) => ({
      row,
      what: name,
      as: joined([stage, entityName, categoryName, ownerName]),
    }))
  if ('values' in preview)
    return preview.preview.map(({ row, businessName, kpiName, period, value, measure }) => ({
      row,
      what: businessName,
      as: joined([kpiName, period, `${value} ${measure}`]),
    }))
  return preview.preview.map(
    ({ row, name, kind, jurisdiction, ownerName, votingPercent, economicPercent, from }) => ({
      row,
      what: name,
      as: joined([
        kind,
        jurisdiction,
        ownerName,
        votingPercent === null ? null : `${votingPercent} % / ${economicPercent ?? ''} %`,
        from,
      ]),
    }),
  )
}

function joined(parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

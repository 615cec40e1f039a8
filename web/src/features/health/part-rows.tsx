import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { HealthMark, type Health } from './health-mark.tsx'

/** Each part: what is so, in the server's words, and since when. */
export function PartRows({ parts }: { parts: Health['parts'] | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('health.parts')}
      columns={[
        { key: 'part', title: t('health.part') },
        { key: 'status', title: t('health.status') },
        { key: 'since', title: t('health.since'), isWideOnly: true },
      ]}
    >
      {parts?.map(({ name, status, sentence, since }) => (
        <tr key={name} data-row>
          <td>
            <Box sx={{ fontWeight: 500 }}>{t(`health.partOf.${name}`)}</Box>
            <Box sx={{ ...SECOND_LINE, maxWidth: 640, textWrap: 'pretty' }}>{sentence}</Box>
          </td>
          <td>
            <HealthMark status={status} />
          </td>
          <Box
            component="td"
            sx={{ ...WIDE_ONLY, color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}
          >
            {since === null ? t('health.sinceUnknown') : formatInstant(since)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

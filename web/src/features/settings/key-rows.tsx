import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../api.ts'
import { formatDay, formatInstant } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { RightsWords } from './rights-words.tsx'

type ApiKey = Row<'identity.list-api-keys'>

export function KeyRows(given: {
  keys: ApiKey[] | undefined
  asOfMs: number | undefined
  onRevoke: (key: ApiKey) => void
}) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('keys.list')}
      columns={[
        { key: 'name', title: t('keys.name') },
        { key: 'rights', title: t('keys.rights') },
        { key: 'used', title: t('keys.used'), isWideOnly: true },
        { key: 'expires', title: t('keys.expires'), isWideOnly: true },
        { key: 'revoke', title: '' },
      ]}
    >
      {given.keys?.map((key) => (
        <KeyRow key={key.id} apiKey={key} asOfMs={given.asOfMs ?? 0} onRevoke={() => given.onRevoke(key)} />
      ))}
    </LedgerRows>
  )
}

function KeyRow(given: { apiKey: ApiKey; asOfMs: number; onRevoke: () => void }) {
  const { t } = useTranslation()
  const { name, grants, isDraftsOnly, lastUsedAt, expiresAt, revokedAt } = given.apiKey
  const isExpired = Date.parse(expiresAt) <= given.asOfMs
  const ended = revokedAt
    ? t('keys.revoked', { day: formatDay(revokedAt) })
    : isExpired && t('keys.expired', { day: formatDay(expiresAt) })
  const used = lastUsedAt ? formatInstant(lastUsedAt) : t('keys.never')
  return (
    <tr>
      <Box component="td" sx={{ color: ended ? 'text.secondary' : undefined }}>
        <Box sx={{ fontWeight: 500 }}>{name}</Box>
        {ended && <Box sx={SECOND_LINE}>{ended}</Box>}
        {isDraftsOnly && <Box sx={SECOND_LINE}>{t('keys.drafts')}</Box>}
        <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>
          {t('keys.used')}: {used}
        </Box>
        {!ended && (
          <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>
            {t('keys.expires')}: {formatDay(expiresAt)}
          </Box>
        )}
      </Box>
      <td>
        <RightsWords rights={grants} />
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {used}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {formatDay(expiresAt)}
      </Box>
      <Box component="td" sx={BUTTON_CELL}>
        {!ended && (
          <Button aria-label={t('keys.revokeNamed', { name })} onClick={given.onRevoke}>
            {t('keys.revoke')}
          </Button>
        )}
      </Box>
    </tr>
  )
}

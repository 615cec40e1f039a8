import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../../api.ts'
import { formatInstant } from '../../../design/format.ts'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../../design/ledger-table.ts'

type Passkey = Row<'identity.list-passkeys'>

export function PasskeyRows(given: {
  passkeys: Passkey[]
  onRename: (passkey: Passkey) => void
  onRemove: (passkey: Passkey) => void
}) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('passkey.list')}
      columns={[
        { key: 'name', title: t('passkey.name') },
        { key: 'kind', title: t('passkey.kind') },
        { key: 'made', title: t('passkey.made'), isWideOnly: true },
        { key: 'used', title: t('passkey.used'), isWideOnly: true },
        { key: 'change', title: '' },
      ]}
    >
      {given.passkeys.map((passkey) => (
        <PasskeyRow
          key={passkey.id}
          passkey={passkey}
          onRename={() => given.onRename(passkey)}
          onRemove={() => given.onRemove(passkey)}
        />
      ))}
    </LedgerRows>
  )
}

function PasskeyRow(given: { passkey: Passkey; onRename: () => void; onRemove: () => void }) {
  const { t } = useTranslation()
  const { id, label: name, host, deviceType, isBackedUp, isOnlyFactor, createdAt, lastUsedAt } = given.passkey
  const kind = deviceType === 'single-device' ? 'oneDevice' : isBackedUp ? 'synced' : 'syncable'
  const used = lastUsedAt ? formatInstant(lastUsedAt) : t('passkey.never')
  const why = `${id}-why`
  return (
    <tr>
      <td>
        <Box sx={{ fontWeight: 500 }}>{name}</Box>
        {host !== location.hostname && <Box sx={SECOND_LINE}>{t('passkey.elsewhere', { host })}</Box>}
        {isOnlyFactor && (
          <Box sx={SECOND_LINE} id={why}>
            {t('passkey.onlyFactor')}
          </Box>
        )}
        <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>
          {t('passkey.used')}: {used}
        </Box>
      </td>
      <td>{t(`passkey.kinds.${kind}`)}</td>
      <Box component="td" sx={WIDE_ONLY}>
        {formatInstant(createdAt)}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {used}
      </Box>
      <Box component="td" sx={BUTTON_CELL}>
        <Button aria-label={t('passkey.renameNamed', { name })} onClick={given.onRename} sx={{ mr: 1 }}>
          {t('passkey.rename')}
        </Button>
        <Button
          aria-label={t('passkey.removeNamed', { name })}
          aria-describedby={isOnlyFactor ? why : undefined}
          disabled={isOnlyFactor}
          onClick={given.onRemove}
        >
          {t('passkey.remove')}
        </Button>
      </Box>
    </tr>
  )
}

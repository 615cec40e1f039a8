import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { COMPARED_MAX, compareAddress } from '../compare/use-compared.ts'
import { May } from '../../identity/may.tsx'
import { BULK_KINDS, BULK_MAX, type BulkKind } from './bulk-change.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Selection } from './use-selection.ts'

/** What can be done with the rows that are chosen; it stands there while there are some. */
export function BulkBar(given: { selection: Selection; total: number; isArchive: boolean }) {
  const { t } = useTranslation()
  const { selection, total, isArchive } = given
  const { chosen, isAsking, all, clear } = selection
  const [kind, setKind] = useState<BulkKind>()
  const most = Math.min(total, BULK_MAX)
  const kinds = BULK_KINDS.filter((one) => one !== (isArchive ? 'archive' : 'restore'))
  if (chosen.size === 0) return null
  return (
    <Box component="section" aria-label={t('bulk.bar')} sx={BAR}>
      <Box component="output" sx={{ fontWeight: 500, whiteSpace: 'nowrap' }}>
        {t('bulk.chosen', { count: chosen.size })}
        {chosen.size === BULK_MAX && total > BULK_MAX && t('bulk.bound')}
      </Box>
      {chosen.size < most && (
        <Button disabled={isAsking} onClick={() => void all()} sx={{ color: 'primary.main' }}>
          {t(total > BULK_MAX ? 'bulk.first' : 'bulk.all', { count: most })}
        </Button>
      )}
      <Button onClick={clear}>{t('bulk.clear')}</Button>
      <Box sx={ACTIONS}>
        {chosen.size > 1 && chosen.size <= COMPARED_MAX && (
          <Button variant="outlined" component={Link} to={compareAddress(chosen.keys())}>
            {t('bulk.compare')}
          </Button>
        )}
        <May permission="businesses.write">
          {kinds.map((one) => (
            <Button key={one} variant="outlined" onClick={() => setKind(one)}>
              {t(`bulk.kind.${one}`)}
            </Button>
          ))}
        </May>
      </Box>
      {kind && (
        <BulkDialog
          kind={kind}
          chosen={[...chosen.values()]}
          onClose={() => setKind(undefined)}
          onDone={() => {
            setKind(undefined)
            clear()
          }}
        />
      )}
    </Box>
  )
}

/** On a phone all of them stand on one line. */
const ACTIONS = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: { xs: 1, sm: 2 },
  '& button, & a': { px: { xs: 2, sm: 3 } },
} as const
const BAR = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  columnGap: 3,
  rowGap: 1,
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 13,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
} as const

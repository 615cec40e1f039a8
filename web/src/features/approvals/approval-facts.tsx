import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { CopyId } from '../../design/copy-id.tsx'
import { formatInstant } from '../../design/format.ts'
import { MONO } from '../../design/theme.ts'
import { useDoorWords } from '../settings/use-door-words.ts'
import { RequesterWords } from './requester-words.tsx'

/** Who asks, by which door, why it waits, and until when. */
export function ApprovalFacts({ approval }: { approval: Output<'approvals.get-approval'> }) {
  const { t } = useTranslation()
  const doorWords = useDoorWords()
  const { id, operation, door, because, requestedAt, expiresAt, status } = approval
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Fact label={t('approvals.who')}>
        <RequesterWords asking={approval} />
      </Fact>
      <Fact label={t('approvals.door')}>{doorWords(door)}</Fact>
      <Fact label={t('approvals.why')}>{t(`approvals.because.${because}`)}</Fact>
      <Fact label={t('approvals.asked')}>{formatInstant(requestedAt)}</Fact>
      {status === 'pending' && <Fact label={t('approvals.until')}>{formatInstant(expiresAt)}</Fact>}
      <Fact label={t('approvals.operation')}>
        <Box component="span" sx={{ fontFamily: MONO, fontSize: 12 }}>
          {operation}
        </Box>
      </Fact>
      <Fact label={t('business.id')}>
        <CopyId id={id} />
      </Fact>
    </Box>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Box sx={LINE}>
      <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 13, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: '96px minmax(0, 1fr)',
  columnGap: 4,
  minHeight: 40,
  px: 5,
  py: '9px',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

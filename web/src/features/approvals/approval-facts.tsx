import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { CopyId } from '../../design/copy-id.tsx'
import { FactLine } from '../../design/fact-line.tsx'
import { formatInstant } from '../../design/format.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { MONO } from '../../design/theme.ts'
import { Sentence } from '../../design/sentence.tsx'
import { useDoorWords } from '../settings/use-door-words.ts'
import { RequesterWords } from './requester-words.tsx'

/** Who asks, by which door, why it waits, and until when. */
export function ApprovalFacts({ approval }: { approval: Output<'approvals.get-approval'> }) {
  const { t } = useTranslation()
  const doorWords = useDoorWords()
  const { id, operation, door, because, demand, requestedAt, expiresAt, status } = approval
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('approvals.who')}>
        <RequesterWords asking={approval} />
      </FactLine>
      <FactLine label={t('approvals.door')}>{doorWords(door)}</FactLine>
      <FactLine label={t('approvals.why')}>
        {t(`approvals.because.${because}`)}
        {demand !== null && (
          <Box sx={SECOND_LINE}>
            <Sentence>{demand}</Sentence>
          </Box>
        )}
      </FactLine>
      <FactLine label={t('approvals.asked')}>{formatInstant(requestedAt)}</FactLine>
      {status === 'pending' && <FactLine label={t('approvals.until')}>{formatInstant(expiresAt)}</FactLine>}
      <FactLine label={t('approvals.operation')}>
        <Box component="span" sx={{ fontFamily: MONO, fontSize: 12 }}>
          {operation}
        </Box>
      </FactLine>
      <FactLine label={t('business.id')}>
        <CopyId id={id} />
      </FactLine>
    </Box>
  )
}

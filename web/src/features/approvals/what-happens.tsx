import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { Sentence } from '../../design/sentence.tsx'
import { ChangeTable, SentTable } from './change-table.tsx'
import { idsIn, useNames } from './use-names.ts'
import { wordsOf } from '../settings/audit-words.ts'

type Approval = Output<'approvals.get-approval'>

/** The changes that a trial showed when it was asked for; and what was sent, which is all there is where none is possible. */
export function WhatHappens({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const { preview, input, says, requestedAt, status } = approval
  const names = useNames([...idsIn(input), ...idsIn(preview?.changes)])
  const title = t(`approvals.happens.${tenseOf(status)}`)
  return (
    <Box component="section" aria-label={title} sx={{ px: 5, py: 4, ...RULED }}>
      <Typography variant="h3">{title}</Typography>
      {says !== null && (
        <Box sx={{ mt: 2, fontSize: 13, overflowWrap: 'anywhere' }}>
          <Sentence>{says}</Sentence>
        </Box>
      )}
      {preview?.changes.map(({ type, subjectId, before, after }) => (
        <Box key={`${subjectId} ${type} ${JSON.stringify(after)}`} sx={{ mt: 3 }}>
          <Box sx={{ mb: 1, fontSize: 13 }}>
            {wordsOf(type)}
            {names.has(subjectId) && (
              <>
                {': '}
                <Box component="span" sx={{ fontWeight: 600 }}>
                  {names.get(subjectId)}
                </Box>
              </>
            )}
          </Box>
          <ChangeTable label={wordsOf(type)} {...{ before, after, names }} />
        </Box>
      ))}
      {preview && preview.total > preview.changes.length && (
        <Box sx={NOTE}>{t('approvals.moreChanges', { count: preview.total - preview.changes.length })}</Box>
      )}
      {preview?.total === 0 && <Box sx={NOTE}>{t('approvals.noChange')}</Box>}
      <Box sx={NOTE}>
        {preview ? t('approvals.asTried', { instant: formatInstant(requestedAt) }) : t('approvals.untried')}
      </Box>
      <Box component="details" open={preview === null} sx={{ mt: 3, fontSize: 13 }}>
        <Box component="summary" sx={{ cursor: 'pointer', mb: 1, color: 'text.secondary' }}>
          {t('approvals.sent')}
        </Box>
        <SentTable label={t('approvals.sent')} sent={input} names={names} />
      </Box>
    </Box>
  )
}

function tenseOf(status: Approval['status']): 'will' | 'did' | 'would' {
  if (status === 'done') return 'did'
  return status === 'pending' || status === 'accepted' ? 'will' : 'would'
}

const RULED = { borderBottom: '1px solid var(--mui-palette-divider)' } as const
const NOTE = { mt: 2, fontSize: 12, lineHeight: '16px', color: 'text.secondary', textWrap: 'pretty' } as const

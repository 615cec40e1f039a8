import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { ActorMark } from '../../design/actor-mark.tsx'
import { formatInstant } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { RunMark } from './run-mark.tsx'
import { RunProgress } from './run-progress.tsx'
import type { Run } from './run-words.ts'

export function RunRows({ rows, openId }: { rows: Run[] | undefined; openId: string | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('runs.list')}
      columns={[
        { key: 'what', title: t('runs.what') },
        { key: 'status', title: t('runs.status') },
        { key: 'who', title: t('runs.who'), isWideOnly: true },
        { key: 'when', title: t('runs.when'), isWideOnly: true },
      ]}
    >
      {rows?.map((run) => (
        <RunRow key={run.id} run={run} isOpen={run.id === openId} />
      ))}
    </LedgerRows>
  )
}

function RunRow({ run, isOpen }: { run: Run; isOpen: boolean }) {
  const { search } = useLocation()
  const { id, title, problem, requester, endedAt, createdAt } = run
  return (
    <Box component="tr" sx={isOpen ? { bgcolor: 'background.default' } : undefined}>
      <td>
        <Box
          component={Link}
          to={{ pathname: `/runs/${id}`, search }}
          aria-current={isOpen ? 'true' : undefined}
          sx={{ fontWeight: 500, textDecoration: 'none', '&:hover': { color: 'primary.main' } }}
        >
          {title}
        </Box>
        {problem && <Box sx={{ ...SECOND_LINE, maxWidth: 640, textWrap: 'pretty' }}>{problem.message}</Box>}
        {run.status === 'running' && (
          <Box sx={{ mt: 1, maxWidth: 320 }}>
            <RunProgress run={run} />
          </Box>
        )}
      </td>
      <td>
        <RunMark run={run} />
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <ActorMark name={requester.name} isPerson={requester.kind === 'person'} size={20} />
          {requester.name}
        </Box>
      </Box>
      <Box
        component="td"
        sx={{ ...WIDE_ONLY, color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}
      >
        {formatInstant(endedAt ?? createdAt)}
      </Box>
    </Box>
  )
}

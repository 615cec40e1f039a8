import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FactLine } from '../../design/fact-line.tsx'
import { formatCount, formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { useAddressOfLine } from './use-audit-filter.ts'
import { useVerdict, type Verdict } from './use-verdict.ts'

/** Checks the whole log while one looks, and says what was checked. */
export function AuditVerdictPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [round, setRound] = useState(0)
  return (
    <SidePanel title={t('audit.verdict')} onClose={onClose}>
      <Check key={round} onAgain={() => setRound(round + 1)} />
    </SidePanel>
  )
}

function Check({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation()
  const { verdict, problem } = useVerdict()
  if (problem) {
    return (
      <Box sx={{ p: 5 }}>
        <ProblemNotice problem={problem} onRetry={onAgain} />
      </Box>
    )
  }
  return (
    <>
      <Box component="output" aria-busy={!verdict?.isComplete} sx={{ display: 'block' }}>
        <Headline verdict={verdict} />
      </Box>
      {verdict?.isComplete && (
        <>
          <Findings verdict={verdict} />
          <Facts verdict={verdict} />
          <Box sx={{ p: 5 }}>
            <Box sx={{ ...SECOND_LINE, mb: 4 }}>{t('audit.how')}</Box>
            <Button variant="outlined" onClick={onAgain}>
              {t('audit.again')}
            </Button>
          </Box>
        </>
      )}
    </>
  )
}

function Headline({ verdict }: { verdict: Verdict | undefined }) {
  const { t } = useTranslation()
  if (!verdict?.isComplete) {
    const lines = verdict && t('audit.verifyingOf', { lines: verdict.lines, total: verdict.sealed.lines })
    return <Box sx={{ p: 5, color: 'text.secondary' }}>{lines ?? t('audit.verifying')}</Box>
  }
  const { findings, hasMoreFindings } = verdict
  const isWhole = findings.length === 0
  const found = { count: findings.length }
  const words = hasMoreFindings ? t('audit.brokenMore', found) : t('audit.broken', found)
  return (
    <Box sx={{ display: 'flex', gap: 2, p: 5, color: isWhole ? 'success.main' : 'error.main' }}>
      <Box sx={{ pt: 0.5 }}>
        <Icon name={isWhole ? 'check' : 'warning'} />
      </Box>
      <Typography variant="h3">{isWhole ? t('audit.whole') : words}</Typography>
    </Box>
  )
}

function Findings({ verdict: { findings } }: { verdict: Verdict }) {
  const { t } = useTranslation()
  const addressOfLine = useAddressOfLine()
  if (findings.length === 0) return null
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', borderTop: '1px solid var(--mui-palette-divider)' }}
    >
      {findings.map(({ kind, from, to, lineId, explanation }) => (
        <Box
          component="li"
          key={`${kind} ${from} ${to} ${lineId} ${explanation}`}
          sx={{ px: 5, py: '9px', borderBottom: '1px solid var(--mui-palette-divider)', fontSize: 13 }}
        >
          <Box sx={{ display: 'flex', gap: 2, fontWeight: 500 }}>
            <span>{t(`audit.found.${kind}`)}</span>
            {from !== null && to !== null && (
              <span>
                {from === to ? t('audit.foundAt', { from }) : t('audit.foundBetween', { from, to })}
              </span>
            )}
          </Box>
          <Box sx={{ ...SECOND_LINE, overflowWrap: 'anywhere' }}>{explanation}</Box>
          {lineId !== null && (
            <Box component={Link} to={addressOfLine(lineId)} sx={{ ...DRILL, fontSize: 12 }}>
              {lineId}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}

function Facts({ verdict: { lines, heads, sealed, unsealed, keyId } }: { verdict: Verdict }) {
  const { t } = useTranslation()
  return (
    <Box component="dl" sx={{ m: 0, borderTop: '1px solid var(--mui-palette-divider)' }}>
      <FactLine label={t('audit.checkedLines')}>{formatCount(lines)}</FactLine>
      <FactLine label={t('audit.checkedHeads')}>{formatCount(heads)}</FactLine>
      <FactLine label={t('audit.lastSealed')}>
        {sealed.at === null ? t('audit.neverSealed') : formatInstant(sealed.at)}
      </FactLine>
      <FactLine label={t('audit.waiting')}>
        {unsealed.since === null
          ? t('audit.noneWaiting')
          : t('audit.waitingLines', { count: unsealed.lines, since: formatInstant(unsealed.since) })}
      </FactLine>
      <FactLine label={t('audit.key')}>{keyId}</FactLine>
    </Box>
  )
}

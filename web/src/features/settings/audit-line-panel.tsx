import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead, type Output } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { CopyId } from '../../design/copy-id.tsx'
import { formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { PanelTitle } from '../../design/panel-title.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { AuditActor } from './audit-actor.tsx'
import { AuditChanges } from './audit-changes.tsx'
import { shown, wordsOf } from './audit-words.ts'
import type { useAuditFilter } from './use-audit-filter.ts'
import { useDoorWords } from './use-door-words.ts'

type Line = Output<'audit.get-line'>
type Narrow = ReturnType<typeof useAuditFilter>['narrow']

/** One line in full: who, what, before and after, and what proves it. */
export function AuditLinePanel(given: { lineId: string; onNarrow: Narrow; onClose: () => void }) {
  const { t } = useTranslation()
  const { lineId, onNarrow, onClose } = given
  const { data: line, problem, again } = useRead('audit.get-line', { lineId })
  return (
    <SidePanel title={line ? wordsOf(line.operation) : t('audit.line')} onClose={onClose}>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!line && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {line && (
        <>
          <LineFacts line={line} onNarrow={onNarrow} />
          <PanelTitle>{t('audit.input')}</PanelTitle>
          <LineInput input={line.input} />
          <PanelTitle>{t('audit.changesTitle')}</PanelTitle>
          <AuditChanges line={line} onNarrow={(subjectId) => onNarrow('subject', subjectId)} />
        </>
      )}
    </SidePanel>
  )
}

function LineFacts({ line, onNarrow }: { line: Line; onNarrow: Narrow }) {
  const { t } = useTranslation()
  const doorWords = useDoorWords()
  const { actor, onBehalfOf, door, at, outcome, problemCode, approvalId, operation, requestId, id } = line
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('audit.who')}>
        <AuditActor actor={actor}>
          <NarrowButton onClick={() => onNarrow('actor', actor.id)}>
            {t('audit.allOfActor', { who: actor.name ?? actor.id })}
          </NarrowButton>
        </AuditActor>
      </FactLine>
      {onBehalfOf && (
        <FactLine label={t('audit.forWhom')}>
          <AuditActor actor={onBehalfOf} />
        </FactLine>
      )}
      <FactLine label={t('audit.by_label')}>{doorWords(door)}</FactLine>
      <FactLine label={t('audit.at')}>{formatInstant(at)}</FactLine>
      <FactLine label={t('audit.outcome')}>
        {t(`audit.outcomes.${outcome}`)}
        {problemCode && <Box sx={SECOND_LINE}>{problemCode}</Box>}
      </FactLine>
      {approvalId && (
        <FactLine label={t('audit.approval')}>
          <Box component={Link} to={`/approvals/${approvalId}?view=all`} sx={DRILL}>
            {t(outcome === 'held' ? 'audit.whereItWaits' : 'audit.acceptedAs')}
          </Box>
        </FactLine>
      )}
      <FactLine label={t('audit.operation')}>
        {operation}
        <NarrowButton onClick={() => onNarrow('operation', operation)}>
          {t('audit.allOfOperation')}
        </NarrowButton>
      </FactLine>
      <FactLine label={t('audit.seal')}>
        <Seal line={line} />
      </FactLine>
      <FactLine label={t('audit.request')}>
        <CopyId id={requestId} />
      </FactLine>
      <FactLine label={t('audit.line')}>
        <CopyId id={id} />
      </FactLine>
    </Box>
  )
}

function Seal({ line: { id, number, sealedAt } }: { line: Line }) {
  const { t } = useTranslation()
  if (number === null || sealedAt === null) {
    return (
      <>
        {t('audit.unsealed')}
        <Box sx={SECOND_LINE}>{t('audit.sealSoon')}</Box>
      </>
    )
  }
  return (
    <>
      {t('audit.sealed', { number, at: formatInstant(sealedAt) })}
      <div>
        <Button
          component="a"
          href={`/api/v1/audit/get-proof?lineId=${id}`}
          download={`${id}.json`}
          startIcon={<Icon name="download" size={14} />}
          sx={INLINE}
        >
          {t('audit.proof')}
        </Button>
      </div>
    </>
  )
}

function LineInput({ input }: { input: Line['input'] }) {
  const { t } = useTranslation()
  const fields = Object.entries(input)
  if (fields.length === 0) return <Box sx={{ px: 5, pb: 3, ...SECOND_LINE }}>{t('audit.noInput')}</Box>
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {fields.map(([name, value]) => (
        <FactLine key={name} label={name}>
          {shown(value) ?? t('audit.empty')}
        </FactLine>
      ))}
    </Box>
  )
}

export function NarrowButton({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
  return (
    <div>
      <Button onClick={onClick} sx={INLINE}>
        {children}
      </Button>
    </div>
  )
}

/** Its words begin where the text above them does. */
const INLINE = { ml: -2, textAlign: 'left', overflowWrap: 'anywhere' } as const

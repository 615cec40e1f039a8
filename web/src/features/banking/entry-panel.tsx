import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { ActorMark } from '../../design/actor-mark.tsx'
import { CopyId } from '../../design/copy-id.tsx'
import { FactLine } from '../../design/fact-line.tsx'
import { formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { PanelTitle } from '../../design/panel-title.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { SubjectTalk } from '../talk/subject-talk.tsx'
import type { Entry } from './banking-words.ts'
import { FigureRows, IN_PANEL, Side } from './figure-rows.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import { usePlaceWords } from './use-place-words.ts'
import { useQueryPlace } from './use-query-place.ts'

/** One posted entry in full. It is never changed: what is wrong is reversed. */
export function EntryPanel(given: { entryId: string; mayPost: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { entryId, mayPost, onClose } = given
  const [isReversing, setReversing] = useState(false)
  const { data: entry, problem, again } = useRead('ledger.get-entry', { entryId })
  const isOpen = entry?.reversesId === null && entry.reversedById === null
  return (
    <SidePanel
      title={entry?.memo ?? t('banking.entry')}
      onClose={onClose}
      actions={
        isOpen &&
        mayPost && (
          <Button onClick={() => setReversing(true)} startIcon={<Icon name="restore" size={14} />}>
            {t('banking.reverse')}
          </Button>
        )
      }
    >
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!entry && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {entry && (
        <>
          <EntryFacts entry={entry} />
          <PanelTitle>{t('banking.lines')}</PanelTitle>
          <EntryLines entry={entry} />
          <SubjectTalk subjectId={entry.id} />
        </>
      )}
      {entry && isReversing && <ReverseDialog entry={entry} onClose={() => setReversing(false)} />}
    </SidePanel>
  )
}

function EntryFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const { actor, recordedAt, effectiveOn, source, externalId, reversesId, reversedById } = entry
  // Software may have no name of its own.
  const who = actor.name ?? t(`banking.software.${actor.kind}`)
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('banking.day')}>{effectiveOn}</FactLine>
      <FactLine label={t('banking.postedBy')}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <ActorMark name={who} isPerson={actor.kind === 'person'} size={20} />
          {actor.name ?? t(`banking.softwareBy.${actor.kind}`)}
        </Box>
        <Box sx={SECOND_LINE}>{formatInstant(recordedAt)}</Box>
      </FactLine>
      <FactLine label={t('banking.source')}>
        {source}
        {externalId !== null && <Box sx={SECOND_LINE}>{externalId}</Box>}
      </FactLine>
      {reversesId !== null && (
        <FactLine label={t('banking.reverses')}>
          <Box component={Link} to={addressOf({ open: reversesId })} sx={DRILL}>
            {t('banking.theEntry')}
          </Box>
        </FactLine>
      )}
      {reversedById !== null && (
        <FactLine label={t('banking.reversedBy')}>
          <Box component={Link} to={addressOf({ open: reversedById })} sx={DRILL}>
            {t('banking.theReversal')}
          </Box>
        </FactLine>
      )}
      <FactLine label={t('banking.id')}>
        <CopyId id={entry.id} />
      </FactLine>
    </Box>
  )
}

function EntryLines({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const placeWords = usePlaceWords()
  const hasMany = entry.sums.length > 1
  const currency = hasMany ? '' : `, ${entry.sums[0]?.currency ?? ''}`
  const columns = [
    { key: 'account', title: t('banking.account') },
    { key: 'debit', title: t('banking.debit') + currency, isNumber: true },
    { key: 'credit', title: t('banking.credit') + currency, isNumber: true },
  ]
  return (
    <Box sx={IN_PANEL}>
      <FigureRows label={t('banking.lines')} columns={columns}>
        <tbody>
          {entry.lines.map((line) => (
            <tr key={line.position}>
              <td>
                <Box
                  component={Link}
                  to={`/banking/${entry.bookId}/accounts/${line.account.id}?open=${entry.id}`}
                  sx={DRILL}
                >
                  {line.account.code} {line.account.name}
                </Box>
                <Box sx={SECOND_LINE}>
                  {[
                    ...(hasMany ? [line.currency] : []),
                    placeWords(line),
                    ...(line.isAutomatic ? [t('banking.automatic')] : []),
                    ...line.tags,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Box>
              </td>
              <Side amount={line.debit} currency={line.currency} />
              <Side amount={line.credit} currency={line.currency} />
            </tr>
          ))}
        </tbody>
      </FigureRows>
    </Box>
  )
}

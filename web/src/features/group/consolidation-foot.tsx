import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Sentence } from '../../design/sentence.tsx'
import { CopyId } from '../../design/copy-id.tsx'
import { formatCount, formatMoney } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { isNothing } from '../statements/change-of.ts'
import { FOOT, LINE, LIST, Rates } from '../statements/statement-foot.tsx'
import { FOLD } from '../statements/statement-table-style.ts'
import type { Consolidation } from './group-words.ts'
import { Ownership } from './ownership-table.tsx'
import { Proofs } from './proofs-table.tsx'

const PARTS = ['notes', 'ownership', 'rates', 'proofs'] as const
type Shown = (typeof PARTS)[number]

/** Whether it balances; and, folded, what it rests on: what to know, who is in it and how, at which rates, and the proof of what these moved. */
export function ConsolidationFoot({ made }: { made: Consolidation }) {
  const { t } = useTranslation()
  const counts = {
    notes: made.notes.length,
    ownership: made.ownership.length,
    rates: made.rates.length,
    proofs: made.proofs.length,
  }
  return (
    <Box sx={FOOT}>
      <Checks made={made} />
      <div>
        {PARTS.map((part) => (
          <Folded key={part} part={part} count={counts[part]} made={made} />
        ))}
      </div>
      <Box sx={LINE}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('group.digest')}
        </Box>
        <CopyId id={made.digest} />
      </Box>
    </Box>
  )
}

function Checks({ made: { check, cash: indirect, cashDirect, currency } }: { made: Consolidation }) {
  // By both methods: the one that does not lead there is told.
  const cash = cashDirect && !isNothing(cashDirect.difference) ? cashDirect : indirect
  const { t } = useTranslation()
  const money = (amount: string) => formatMoney(amount, currency)
  return (
    <Box component="ul" aria-label={t('statements.checks')} sx={LIST}>
      <Check isMet={isNothing(check.difference)}>
        {isNothing(check.difference)
          ? t('group.balances', { amount: money(check.assets) })
          : t('group.doesNotBalance', { amount: money(check.difference) })}
      </Check>
      {cash && (
        <Check isMet={isNothing(cash.difference)}>
          {isNothing(cash.difference)
            ? t('group.cashTies', { opening: money(cash.opening), closing: money(cash.closing) })
            : t('group.cashDoesNotTie', { amount: money(cash.difference) })}
        </Check>
      )}
    </Box>
  )
}

function Check({ isMet, children }: { isMet: boolean; children: React.ReactNode }) {
  return (
    <Box component="li" sx={{ ...LINE, color: isMet ? 'success.main' : 'error.main' }}>
      <Icon name={isMet ? 'check' : 'warning'} size={14} />
      <span>{children}</span>
    </Box>
  )
}

function Folded({ part, count, made }: { part: Shown; count: number; made: Consolidation }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const isOpen = get('show') === part
  return (
    <Box component="section" aria-label={t(`group.foot.${part}`)} sx={RULED}>
      <ButtonBase
        aria-expanded={isOpen}
        onClick={() => put({ show: isOpen ? '' : part })}
        sx={{ ...FOLD, minHeight: 32, fontSize: 13, fontWeight: 500, alignItems: 'center' }}
      >
        {t(`group.foot.${part}`)}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {formatCount(count)}
        </Box>
        <Icon name="chevron" size={12} />
      </ButtonBase>
      {isOpen && (
        <Box sx={{ pt: 1, pb: 4, overflowX: 'auto' }} tabIndex={0}>
          {count === 0 ? t(`group.none.${part}`) : <Content {...{ part, made }} />}
        </Box>
      )}
    </Box>
  )
}

function Content({ part, made }: { part: Shown; made: Consolidation }) {
  if (part === 'notes') return <Notes notes={made.notes} />
  if (part === 'ownership') return <Ownership ownership={made.ownership} />
  if (part === 'rates') return <Rates rates={made.rates} currency={made.currency} />
  return <Proofs made={made} />
}

function Notes({ notes }: { notes: Consolidation['notes'] }) {
  return (
    <Box component="ul" sx={{ ...LIST, gap: 2, maxWidth: 720 }}>
      {notes.map(({ about, says }) => (
        <li key={`${about?.id} ${says}`}>
          {about && (
            <Box component={Link} to={`/businesses/entities/${about.id}`} sx={DRILL}>
              {about.name}
            </Box>
          )}
          {about ? ': ' : ''}
          <Sentence>{says}</Sentence>
        </li>
      ))}
    </Box>
  )
}

const RULED = { borderTop: '1px solid var(--mui-palette-divider)', maxWidth: 860 } as const

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row } from '../../api.ts'
import { formatAgo, formatCount, formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { AuditActor } from './audit-actor.tsx'
import { wordsOf } from './audit-words.ts'
import { useAddressOfLine } from './use-audit-filter.ts'
import { useDoorWords } from './use-door-words.ts'

type Line = Row<'audit.list-lines'>

/** Lines of the audit, newest first: what, who and by which door, what came of it, its number, when. */
export function AuditRows(given: { lines: Line[] | undefined; asOfMs: number; openId: string | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('audit.list')}
      columns={[
        { key: 'what', title: t('audit.what') },
        { key: 'who', title: t('audit.who') },
        { key: 'outcome', title: t('audit.outcome'), isWideOnly: true },
        { key: 'number', title: t('audit.number'), isWideOnly: true },
        { key: 'when', title: t('audit.when'), isWideOnly: true },
      ]}
    >
      {given.lines?.map((line) => (
        <AuditRow key={line.id} line={line} asOfMs={given.asOfMs} isOpen={line.id === given.openId} />
      ))}
    </LedgerRows>
  )
}

function AuditRow({ line, asOfMs, isOpen }: { line: Line; asOfMs: number; isOpen: boolean }) {
  const { t } = useTranslation()
  const doorWords = useDoorWords()
  const addressOfLine = useAddressOfLine()
  const { id, at, actor, door, operation, outcome, changeCount, number } = line
  const ago = <span title={formatInstant(at)}>{formatAgo(at, asOfMs)}</span>
  return (
    <Box
      component="tr"
      data-row
      aria-current={isOpen || undefined}
      sx={isOpen ? { bgcolor: 'action.selected' } : undefined}
    >
      <td>
        <Box component={Link} to={addressOfLine(id)} sx={{ ...DRILL, fontWeight: 500 }}>
          {wordsOf(operation)}
        </Box>
        <Box sx={SECOND_LINE}>
          {operation}
          {changeCount > 1 && ` · ${t('audit.changes', { count: changeCount })}`}
        </Box>
      </td>
      <Box component="td">
        <AuditActor actor={actor}>
          <Box sx={SECOND_LINE}>
            {t('audit.by', { door: doorWords(door) })}
            <Box component="span" sx={{ display: { sm: 'none' } }}>
              {' · '}
              {ago}
              {outcome !== 'done' && ` · ${t(`audit.outcomes.${outcome}`)}`}
            </Box>
          </Box>
        </AuditActor>
      </Box>
      <Box
        component="td"
        sx={{ ...WIDE_ONLY, ...(outcome !== 'done' && { color: 'warning.main', fontWeight: 500 }) }}
      >
        {t(`audit.outcomes.${outcome}`)}
      </Box>
      <Box component="td" sx={{ ...WIDE_ONLY, fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
        {number === null ? (
          <span title={t('audit.notSealed')}>{t('audit.unnumbered')}</span>
        ) : (
          formatCount(number)
        )}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {ago}
      </Box>
    </Box>
  )
}

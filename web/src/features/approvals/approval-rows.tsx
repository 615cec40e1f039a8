import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Row } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { Sentence } from '../../design/sentence.tsx'
import { RequesterWords } from './requester-words.tsx'
import { StatusMark } from './status-mark.tsx'
import { useNames } from './use-names.ts'
import { wordsOf } from '../settings/audit-words.ts'

type Approval = Row<'approvals.list-approvals'>

/** One line each: what is asked for, of what, by whom, and until when. */
export function ApprovalRows({ rows, openId }: { rows: Approval[] | undefined; openId: string | undefined }) {
  const { t } = useTranslation()
  const names = useNames(rows?.flatMap(({ touches }) => touches) ?? [])
  return (
    <LedgerRows
      label={t('approvals.list')}
      columns={[
        { key: 'what', title: t('approvals.what') },
        { key: 'who', title: t('approvals.who') },
        { key: 'until', title: t('approvals.until'), isWideOnly: true },
        { key: 'status', title: t('approvals.statusTitle') },
      ]}
    >
      {rows?.map((approval) => (
        <ApprovalRow key={approval.id} {...{ approval, names }} isOpen={approval.id === openId} />
      ))}
    </LedgerRows>
  )
}

function ApprovalRow(given: { approval: Approval; names: ReadonlyMap<string, string>; isOpen: boolean }) {
  const { t } = useTranslation()
  const { search } = useLocation()
  const { approval, names, isOpen } = given
  const { id, operation, touches, says, demand, status, expiresAt } = approval
  const about = touches.map((one) => names.get(one)).filter((name) => name !== undefined)
  const more = about.length > 3 ? t('approvals.more', { count: about.length - 3 }) : ''
  return (
    <Box component="tr" sx={isOpen ? OPEN : undefined}>
      <td>
        <Box
          component={Link}
          to={{ pathname: `/approvals/${id}`, search }}
          aria-current={isOpen ? 'true' : undefined}
          sx={{ ...DRILL, fontWeight: 500 }}
        >
          {wordsOf(operation)}
        </Box>
        {says !== null && (
          <Box sx={SECOND_LINE}>
            <Sentence>{says}</Sentence>
          </Box>
        )}
        {says === null && about.length > 0 && (
          <Box sx={SECOND_LINE}>
            {about.slice(0, 3).join(', ')}
            {more}
          </Box>
        )}
        {demand !== null && (
          <Box sx={SECOND_LINE}>
            <Sentence>{demand}</Sentence>
          </Box>
        )}
      </td>
      <Box component="td" sx={{ mt: { xs: 1, sm: 0 } }}>
        <RequesterWords asking={approval} />
        {status === 'pending' && (
          <Box sx={{ ...SECOND_LINE, display: { sm: 'none' }, mt: 1 }}>
            {t('approvals.until')}: {formatInstant(expiresAt)}
          </Box>
        )}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {status === 'pending' && formatInstant(expiresAt)}
      </Box>
      <Box component="td" sx={STATUS_CELL}>
        <StatusMark status={status} />
      </Box>
    </Box>
  )
}

const STATUS_CELL = { gridRow: 1, '&&': { gridColumn: 2 }, width: { sm: '1%' } } as const
const OPEN = {
  bgcolor: 'background.default',
  boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
} as const

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { WIDE_ONLY } from '../../design/ledger-table.ts'
import { Sentence } from '../../design/sentence.tsx'
import type { Book } from '../banking/banking-words.ts'
import { FILTERS, ListBody } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useMay } from '../identity/use-may.ts'
import { KINDS } from './schedule-draft.ts'
import { ScheduleForm } from './schedule-form.tsx'
import { useEndWords } from './use-end-words.ts'

/** What comes again in a book each month. */
export function SchedulesView({ book }: { book: Book }) {
  const { t } = useTranslation()
  const { get, addressOf } = useQueryPlace()
  const list = usePages('closing.list-schedules', { bookId: book.id, limit: 50 })
  const mayPlan = useMay('ledger.post')
  const kind = KINDS.find((one) => one === get('new'))
  if (kind && mayPlan) return <ScheduleForm key={kind} book={book} kind={kind} />
  return (
    <>
      {mayPlan && (
        <Box component="nav" aria-label={t('schedules.new')} sx={FILTERS}>
          {KINDS.map((one) => (
            <Button key={one} variant="outlined" component={Link} to={addressOf({ new: one, schedule: '' })}>
              {t(`schedules.newKind.${one}`)}
            </Button>
          ))}
        </Box>
      )}
      <ListBody
        list={list}
        total={(count) => t('schedules.total', { count })}
        empty={<EmptyState title={t('schedules.empty.title')} detail={t('schedules.empty.detail')} />}
      >
        <ScheduleRows rows={list.rows} />
      </ListBody>
    </>
  )
}

function ScheduleRows({ rows }: { rows: Row<'closing.list-schedules'>[] | undefined }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const endWords = useEndWords()
  const columns = [
    { key: 'name', title: t('banking.name') },
    { key: 'kind', title: t('schedules.kindTitle') },
    { key: 'ended', title: t('schedules.endedOn') },
    { key: 'created', title: t('schedules.createdAt'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('schedules.title')} columns={columns}>
      {rows?.map(({ id, name, kind, lastOn, createdAt }) => (
        <tr key={id}>
          <td>
            <Box component={Link} to={addressOf({ schedule: id })} sx={{ ...DRILL, fontWeight: 500 }}>
              {name}
            </Box>
          </td>
          <td>{t(`schedules.kind.${kind}`)}</td>
          <td>
            <Sentence>{endWords(lastOn)}</Sentence>
          </td>
          <Box component="td" sx={WIDE_ONLY}>
            {formatInstant(createdAt)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

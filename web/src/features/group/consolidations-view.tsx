import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatCount, formatInstant, formatMoney } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { Sentence } from '../../design/sentence.tsx'
import { NUMBER } from '../banking/figure-rows.tsx'
import { ListBody } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useMay } from '../identity/use-may.ts'
import { isNothing } from '../statements/change-of.ts'
import { ConsolidatePanel } from './consolidate-panel.tsx'
import { GroupFrame } from './group-frame.tsx'
import type { Summary } from './group-words.ts'

/** Every consolidation that was made: they are kept, and what was made is never changed. */
export function ConsolidationsView() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const mayMake = useMay('group.write')
  const list = usePages('group.list-consolidations', { limit: 50 })
  const openNew = () => put({ new: 'true' })
  return (
    <GroupFrame
      title={t('group.title')}
      here="consolidations"
      actions={
        mayMake && (
          <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
            {t('group.consolidate')}
          </Button>
        )
      }
      panel={get('new') !== '' && mayMake && <ConsolidatePanel onClose={() => put({ new: '' })} />}
    >
      <ListBody
        list={list}
        total={(count) => t('group.total', { count })}
        empty={<NoneYet onMake={mayMake ? openNew : undefined} />}
      >
        <SummaryRows rows={list.rows} />
      </ListBody>
    </GroupFrame>
  )
}

function NoneYet({ onMake }: { onMake: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('group.empty.title')}
      detail={t(onMake ? 'group.empty.detail' : 'group.empty.askFor')}
    >
      {onMake && (
        <Button variant="contained" onClick={onMake}>
          {t('group.empty.action')}
        </Button>
      )}
      <Button variant="outlined" component={Link} to="/businesses/entities/tree">
        {t('group.empty.ownership')}
      </Button>
    </EmptyState>
  )
}

function SummaryRows({ rows }: { rows: Summary[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'root', title: t('group.root') },
    { key: 'period', title: t('group.period') },
    { key: 'result', title: t('group.result'), isNumber: true },
    { key: 'entities', title: t('group.entities'), isWideOnly: true, isNumber: true },
    { key: 'difference', title: t('group.difference'), isWideOnly: true, isNumber: true },
    { key: 'made', title: t('group.madeAt'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('group.consolidations')} columns={columns}>
      {rows?.map((one) => (
        <SummaryRow key={one.id} made={one} />
      ))}
    </LedgerRows>
  )
}

function SummaryRow({ made }: { made: Summary }) {
  const { t } = useTranslation()
  const { id, root, from, to, currency, result, entities, difference, madeAt, madeBy, knownAt } = made
  const path = `/banking/group/${id}`
  return (
    <tr>
      <td>
        <Box component={Link} to={path} sx={{ ...DRILL, fontWeight: 500 }}>
          {root.name}
        </Box>
        <Box sx={SECOND_LINE}>
          <Sentence>{t('group.asKnownAt', { at: formatInstant(knownAt) })}</Sentence>
        </Box>
      </td>
      <Box component="td" sx={{ whiteSpace: 'nowrap', fontFeatureSettings: "'tnum', 'zero'" }}>
        {from} – {to}
        {!isNothing(difference) && (
          <Box component="span" sx={{ display: { sm: 'none' }, color: 'error.main' }}>
            {` · ${t('group.offBy', { amount: formatMoney(difference, currency) })}`}
          </Box>
        )}
      </Box>
      <Box
        component="td"
        sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
      >
        <Box component={Link} to={`${path}?part=income-statement`} sx={DRILL}>
          {formatMoney(result, currency)}
        </Box>
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        <Box component={Link} to={`${path}?show=ownership`} sx={DRILL}>
          {formatCount(entities)}
        </Box>
      </Box>
      <Box
        component="td"
        sx={{ ...NUMBER, ...WIDE_ONLY, color: isNothing(difference) ? 'text.secondary' : 'error.main' }}
      >
        {formatMoney(difference, currency)}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {formatInstant(madeAt)}
        <Box sx={SECOND_LINE}>{madeBy.name ?? t(`banking.software.${madeBy.kind}`)}</Box>
      </Box>
    </tr>
  )
}

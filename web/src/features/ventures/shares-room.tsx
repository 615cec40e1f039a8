import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { CountLink } from '../../design/count-link.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatDecimal } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ReadPanel } from '../../design/read-panel.tsx'
import { useShares, type Share } from './use-shares.ts'
import { VenturesHead } from './ventures-head.tsx'

/** Of which ventures a part belongs to somebody else: each entity of which the studio has less than the whole. */
export function SharesRoom() {
  const { t } = useTranslation()
  const { reading, shares } = useShares()
  const counts = useRead('businesses.summarise-businesses', { by: 'entity' })
  const countOf = new Map(counts.data?.groups.map(({ id, count }) => [id, count]))
  const rows = [...shares.values()].toSorted((one, other) => one.entity.name.localeCompare(other.entity.name))
  return (
    <Box sx={{ pb: 12 }}>
      <VenturesHead here="ownership" />
      <ReadPanel
        title={t('ventures.view.ownership')}
        formula={t('ventures.sharesFormula')}
        reading={reading}
        isHere={reading.data !== undefined}
      >
        {rows.length === 0 ? (
          <EmptyState title={t('ventures.noShares')} detail={t('ventures.noSharesDetail')} />
        ) : (
          <Box sx={{ borderTop: '1px solid var(--mui-palette-divider)', maxWidth: 960 }}>
            <LedgerRows
              label={t('ventures.view.ownership')}
              columns={[
                { key: 'entity', title: t('businesses.byEntity') },
                { key: 'held', title: t('ventures.heldTitle'), isNumber: true },
                { key: 'owners', title: t('ventures.owners') },
                { key: 'businesses', title: t('home.count'), isNumber: true },
              ]}
            >
              {rows.map((share) => (
                <ShareLine
                  key={share.entity.id}
                  share={share}
                  count={counts.data && (countOf.get(share.entity.id) ?? 0)}
                  hasMore={(counts.data?.more ?? 0) > 0}
                />
              ))}
            </LedgerRows>
          </Box>
        )}
      </ReadPanel>
    </Box>
  )
}

function ShareLine({ share, count, hasMore }: { share: Share; count: number | undefined; hasMore: boolean }) {
  const { t } = useTranslation()
  const { entity, owners, heldPercent } = share
  const unrecorded = Number(entity.unrecorded?.economicPercent ?? 0) > 0
  // Groups beyond the first two hundred are not told, and a zero would be a guess.
  const isUnknown = count === undefined || (count === 0 && hasMore)
  return (
    <tr>
      <td>
        <Box component={Link} to={`/businesses/entities/${entity.id}`} sx={{ ...DRILL, fontWeight: 500 }}>
          {entity.name}
        </Box>
        {unrecorded && entity.unrecorded && (
          <Box sx={SECOND_LINE}>
            {t('ventures.unrecorded', { share: formatDecimal(entity.unrecorded.economicPercent) })}
          </Box>
        )}
      </td>
      <Box component="td" sx={{ textAlign: { sm: 'right' } }}>
        <Box component={Link} to={`/businesses/entities/${entity.id}`} sx={DRILL}>
          {t('kpis.figure.percent', { value: formatDecimal(String(heldPercent)) })}
        </Box>
      </Box>
      <td>
        {owners.map(({ id, name, percent }) => (
          <Box key={id} sx={{ display: 'flex', gap: 2, fontFeatureSettings: "'tnum', 'zero'" }}>
            <Box component="span" sx={{ minWidth: 72, textAlign: 'right' }}>
              {t('kpis.figure.percent', { value: formatDecimal(percent) })}
            </Box>
            <span>{name}</span>
          </Box>
        ))}
        {owners.length === 0 && <span title={t('ventures.nobodyKnown')}>—</span>}
      </td>
      <Box component="td" sx={{ textAlign: 'right', '&&': { gridRow: 1, gridColumn: 2 } }}>
        {isUnknown ? (
          <Box component={Link} to={`/businesses?entity=${entity.id}`} sx={DRILL}>
            {t('ventures.open')}
          </Box>
        ) : (
          <CountLink count={count} to={`/businesses?entity=${entity.id}`} />
        )}
      </Box>
    </tr>
  )
}

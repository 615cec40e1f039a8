import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead, type Output } from '../../api.ts'
import { CountLink } from '../../design/count-link.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatShare } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { useVentureFilter } from './use-venture-filter.ts'
import { VenturesHead } from './ventures-head.tsx'

type Vintage = Output<'businesses.list-vintages'>['vintages'][number]

/** What became of the businesses that began in each year. */
export function VintagesRoom() {
  const { t } = useTranslation()
  const { input } = useVentureFilter()
  const reading = useRead('businesses.list-vintages', input)
  const columns = (['alive', 'live', 'spunOut', 'exited', 'closed'] as const).map((key) => ({
    key,
    title: t(`ventures.${key}`),
    isNumber: true,
  }))
  return (
    <Box sx={{ pb: 12 }}>
      <VenturesHead here="vintages" />
      <ReadPanel
        title={t('ventures.view.vintages')}
        formula={t('ventures.vintagesFormula')}
        reading={reading}
        isHere={reading.data !== undefined}
      >
        {reading.data?.vintages.length === 0 ? (
          <EmptyState title={t('ventures.noVintages')} detail={t('ventures.noVintagesDetail')} />
        ) : (
          <Box
            component="section"
            tabIndex={0}
            aria-label={t('ventures.view.vintages')}
            sx={{ overflowX: 'auto', borderTop: '1px solid var(--mui-palette-divider)', maxWidth: 960 }}
          >
            <Box sx={{ minWidth: { sm: 600 }, '& td:nth-of-type(n + 2)': { textAlign: { sm: 'right' } } }}>
              <LedgerRows
                label={t('ventures.view.vintages')}
                columns={[
                  { key: 'year', title: t('ventures.year') },
                  { key: 'all', title: t('home.count'), isNumber: true },
                  ...columns,
                ]}
              >
                {reading.data?.vintages.map((vintage) => (
                  <VintageLine key={vintage.year} vintage={vintage} />
                ))}
              </LedgerRows>
            </Box>
          </Box>
        )}
      </ReadPanel>
    </Box>
  )
}

function VintageLine({ vintage }: { vintage: Vintage }) {
  const { t } = useTranslation()
  const { listOf } = useVentureFilter()
  const { businesses, alive, live, spunOut, exited, closed } = vintage
  const year = String(vintage.year)
  const cells = [
    { key: 'alive', count: alive, by: { standing: 'alive' }, hasShare: true },
    { key: 'live', count: live, by: { standing: 'live' } },
    { key: 'spunOut', count: spunOut, by: { stage: 'spun-out' } },
    { key: 'exited', count: exited, by: { stage: 'exited' } },
    { key: 'closed', count: closed, by: { stage: 'closed' } },
  ] as const
  return (
    <tr>
      <Box component="td" sx={{ fontWeight: 600, gridRow: 1, gridColumn: 1 }}>
        {year}
      </Box>
      <Box component="td" sx={{ '&&&': { gridColumn: 2, gridRow: 1 } }}>
        <CountLink count={businesses} to={listOf({ began: year })} />
      </Box>
      {cells.map(({ key, count, by, ...rest }) => (
        <Box component="td" key={key} sx={{ gridColumn: '1 / -1' }}>
          <Box component="span" sx={{ display: { sm: 'none' }, color: 'text.secondary', mr: 2 }}>
            {t(`ventures.${key}`)}
          </Box>
          {'hasShare' in rest && (
            <Box component="span" sx={{ color: 'text.secondary', mr: 2 }}>
              {formatShare(count, businesses)}
            </Box>
          )}
          <CountLink count={count} to={listOf({ began: year, ...by })} />
        </Box>
      ))}
    </tr>
  )
}

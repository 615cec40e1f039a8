import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { formatCount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { useFigure } from '../kpis/figure.ts'

/** The studio's own categories: how many businesses are in each, and what they told of the headline. */
export function CategoryLedger() {
  const { t } = useTranslation()
  const figure = useFigure()
  const counts = useRead('businesses.summarise-businesses', { by: 'category' })
  const found = useRead('kpis.list-kpis', { isHeadline: true, limit: 1 })
  const kpi = found.data?.items[0]
  const money = useRead('kpis.summarise-values', { kpiId: kpi?.id ?? '', by: 'category' }, { skip: !kpi })
  const sums = new Map(money.data?.groups.map((group) => [group.id, group]))
  const title = kpi && money.data ? t('home.moneyOf', { kpi: kpi.name, period: money.data.period }) : ''
  return (
    <ReadPanel maxWidth={960} title={t('home.byCategory')} reading={counts}>
      <LedgerRows
        label={t('home.byCategory')}
        columns={[
          { key: 'category', title: t('home.category') },
          { key: 'money', title, isNumber: true },
          { key: 'count', title: t('home.count'), isNumber: true },
        ]}
      >
        {counts.data?.groups.map(({ id, name, count }) => {
          const sum = sums.get(id)
          return (
            <tr key={id ?? 'none'}>
              <td>{name ?? t('home.noCategory')}</td>
              <Box component="td" sx={NUMBER}>
                {kpi && money.data && sum?.figure ? (
                  <Box component={Link} to={valuesOf(kpi.id, money.data.period, id)} sx={FIGURE}>
                    {figure(sum.figure, kpi, 'short')}
                  </Box>
                ) : (
                  <span title={t('home.noMoney')}>—</span>
                )}
              </Box>
              <Box component="td" sx={COUNT}>
                <Box component={Link} to={businessesOf(id)} sx={FIGURE}>
                  {formatCount(count)}
                </Box>
              </Box>
            </tr>
          )
        })}
      </LedgerRows>
    </ReadPanel>
  )
}

function valuesOf(kpiId: string, period: string, categoryId: string | null): string {
  return `/businesses/kpis/${kpiId}?period=${period}&category=${categoryId ?? 'none'}`
}

function businessesOf(categoryId: string | null): string {
  return `/businesses?category=${categoryId ?? 'none'}`
}

const NUMBER = { textAlign: { sm: 'right' }, fontFeatureSettings: "'tnum', 'zero'" } as const

/** On a phone the number stands beside the name, and the money below them. */
const COUNT = { ...NUMBER, '&&': { gridRow: 1, gridColumn: 2 } } as const

/** High enough for a thumb where rows are blocks. */
const FIGURE = { ...DRILL, display: 'inline-block', lineHeight: { xs: '28px', sm: 'inherit' } } as const

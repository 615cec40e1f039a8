import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { csvFile, saveFile } from '../../design/save-file.ts'
import type { Kpi } from '../kpis/figure.ts'
import { csvOfTable } from './csv-of-table.ts'
import { RangeChart } from './range-chart.tsx'
import { rangeOf } from './range-of.ts'
import { RangeTable } from './range-table.tsx'
import { hrefOf, seriesOf } from './series-of.ts'
import { useGroupName } from './use-group-name.ts'
import { useTableRows } from './use-table-rows.ts'
import { inputOf, type AnalyticsPlace } from './use-analytics-place.ts'

/** One KPI: drawn, told in figures, and to be taken out as it is shown. Read by itself, so that it fails alone. */
export function RangePanel({ kpi, place }: { kpi: Kpi; place: AnalyticsPlace }) {
  const { t } = useTranslation()
  const { periods, compare, split } = place
  const input = { kpiId: kpi.id, ...inputOf(place) }
  const range = useRead('kpis.summarise-range', { ...input, ...rangeOf(kpi.cadence, { periods }) })
  const { by: _by, ...whole } = { by: undefined, ...input }
  const shifted = rangeOf(kpi.cadence, { periods, shifted: compare })
  const compared = useRead('kpis.summarise-range', { ...whole, ...shifted }, { skip: !compare })
  const rowsOf = useTableRows()
  const nameOf = useGroupName(split)
  const series =
    range.data &&
    seriesOf(range.data, place, {
      all: t('analytics.all'),
      other: t('analytics.other', { count: range.data.other?.groups ?? 0 }),
      nameOf,
    })
  const before =
    compare && compared.data ? { periods: compared.data.periods, points: compared.data.all } : undefined
  const save = () => {
    if (!range.data || !series) return
    const rows = rowsOf({ range: range.data, series, before })
    const { periods: names } = range.data
    saveFile(`${kpi.name} ${names[0]} ${names.at(-1)}.csv`, csvFile(csvOfTable(rows)))
  }
  const unit = kpi.currency ?? t(`kpis.unit.${kpi.unit}`)
  const formula = t(range.data?.isSum === false ? 'analytics.averaged' : 'analytics.summed', { unit })
  return (
    <ReadPanel
      title={kpi.name}
      formula={`${formula} ${t(place.classification === 'then' ? 'analytics.formulaThen' : 'analytics.formulaPresent')}`}
      reading={range}
      isHere={range.data !== undefined}
      action={
        <Button
          variant="outlined"
          onClick={save}
          disabled={!range.data}
          startIcon={<Icon name="download" size={14} />}
        >
          {t('analytics.csv')}
        </Button>
      }
    >
      {range.data && series && (
        <>
          <Box sx={CHART}>
            <RangeChart
              measure={kpi}
              periods={range.data.periods}
              series={series}
              compared={split ? undefined : before?.points}
              kind={place.chart}
              allOf={hrefOf(range.data, place, {})}
            />
          </Box>
          <RangeTable
            range={range.data}
            series={series}
            split={split}
            before={before}
            allOf={hrefOf(range.data, place, {})}
          />
        </>
      )}
    </ReadPanel>
  )
}

const CHART = {
  px: { xs: 4, sm: 6 },
  py: 4,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const

import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Icon } from '../../design/icon.tsx'
import { STAGES } from '../businesses/stages.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import type { Kpi } from '../kpis/figure.ts'
import { COMPARISONS, KPIS_MAX, RANGES, SPLITS, type AnalyticsPlace } from './use-analytics-place.ts'

/** What is looked at, over which periods, split by what, and of which businesses. */
export function AnalyticsFilters(given: { place: AnalyticsPlace; kpis: Kpi[]; shown: Kpi[] }) {
  const { t } = useTranslation()
  const { place } = given
  const { put } = place
  return (
    <Box component="search" sx={LINE}>
      <KpiChoice {...given} />
      <Choice
        label={t('analytics.range')}
        value={String(place.periods)}
        options={RANGES.map((value) => ({
          value,
          label: t('analytics.lastPeriods', { count: Number(value) }),
        }))}
        onChange={(value) => put({ periods: value })}
      />
      <Choice
        label={t('analytics.compare')}
        value={place.compare ?? ''}
        isMarked={place.compare !== undefined}
        options={[
          { value: '', label: t('analytics.compareNone') },
          ...COMPARISONS.map((value) => ({ value, label: t(`analytics.compared.${value}`) })),
        ]}
        onChange={(value) => put({ compare: value })}
      />
      <Choice
        label={t('analytics.split')}
        value={place.split ?? ''}
        isMarked={place.split !== undefined}
        options={[
          { value: '', label: t('analytics.splitNone') },
          ...SPLITS.map((value) => ({ value, label: t(`analytics.splitBy.${value}`) })),
        ]}
        onChange={(value) => put({ split: value })}
      />
      <Choice
        label={t('analytics.classification')}
        value={place.classification}
        isMarked={place.classification === 'present'}
        options={(['then', 'present'] as const).map((value) => ({
          value,
          label: t(value === 'then' ? 'analytics.asThen' : 'analytics.asPresent'),
        }))}
        onChange={(value) => put({ as: value === 'present' ? value : '' })}
      />
      <Choice
        label={t('analytics.chart')}
        value={place.chart}
        options={(['line', 'bar'] as const).map((value) => ({ value, label: t(`analytics.kind.${value}`) }))}
        onChange={(value) => put({ chart: value === 'bar' ? value : '' })}
      />
      <Narrowing place={place} />
    </Box>
  )
}

function KpiChoice(given: { place: AnalyticsPlace; kpis: Kpi[]; shown: Kpi[] }) {
  const { t } = useTranslation()
  const { place, kpis, shown } = given
  const others = kpis.filter(({ id }) => !shown.some((one) => one.id === id))
  const putKpis = (ids: string[]) => place.put({ kpi: ids.join() })
  return (
    <>
      {shown.map(({ id, name }) => (
        <ButtonBase
          key={id}
          disabled={shown.length === 1}
          aria-label={t('analytics.dropKpi', { name })}
          onClick={() => putKpis(shown.filter((one) => one.id !== id).map((one) => one.id))}
          sx={CHIP}
        >
          {name}
          {shown.length > 1 && <Icon name="close" size={12} />}
        </ButtonBase>
      ))}
      {shown.length < KPIS_MAX && others.length > 0 && (
        <Choice
          label={t('analytics.addKpi')}
          value=""
          options={[
            { value: '', label: t('analytics.addKpi') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => id && putKpis([...shown.map((one) => one.id), id])}
        />
      )}
    </>
  )
}

function Narrowing({ place: { filter, put } }: { place: AnalyticsPlace }) {
  const { t } = useTranslation()
  const categories = useAllRows('businesses.list-categories').rows
  const entities = useAllRows('entities.list-entities').rows
  const owners = useAllRows('businesses.list-owners').rows
  const choices = [
    {
      name: 'category',
      label: t('businesses.byCategory'),
      any: t('businesses.anyCategory'),
      options: named(categories, filter.category),
    },
    {
      name: 'entity',
      label: t('businesses.byEntity'),
      any: t('businesses.anyEntity'),
      options: named(entities, filter.entity),
    },
    {
      name: 'stage',
      label: t('businesses.byStage'),
      any: t('businesses.anyStage'),
      options: STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
    },
    {
      name: 'owner',
      label: t('businesses.byOwner'),
      any: t('businesses.anyOwner'),
      options: named(owners, filter.owner),
    },
  ] as const
  return choices.map(({ name, label, any, options }) => (
    <Choice
      key={name}
      label={label}
      value={filter[name]}
      isMarked={filter[name] !== ''}
      options={[{ value: '', label: any }, ...options]}
      onChange={(value) => put({ [name]: value })}
    />
  ))
}

/** While the list is on its way, the choice from the address stands as its id. */
function named(rows: readonly { id: string; name: string }[], chosen: string) {
  const options = rows.map(({ id, name }) => ({ value: id, label: name }))
  return chosen === '' || rows.some(({ id }) => id === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }]
}

const LINE = {
  display: { xs: 'grid', md: 'flex' },
  flexWrap: 'wrap',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
  '& > *': { flex: { md: '0 1 168px' } },
  '& > button': { flex: { md: 'none' } },
} as const
const CHIP = {
  minHeight: 32,
  '@media (pointer: coarse)': { minHeight: 44 },
  px: 2,
  gap: 2,
  fontFamily: 'inherit',
  fontSize: 13,
  fontWeight: 500,
  border: '1px solid var(--mui-palette-primary-main)',
  borderRadius: '3px',
} as const

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '../../design/choice.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { DayField } from '../../design/day-field.tsx'
import { SearchField } from '../../design/search-field.tsx'
import { ColumnChoice } from './column-choice.tsx'
import type { ListColumn } from './columns.ts'
import { MovedChips } from './moved-chips.tsx'
import { STAGES } from './stages.ts'
import { GROUPINGS, type Grouping } from './use-grouping.ts'
import { SORTS, type ListOrder, type Sort } from './use-list-order.ts'
import { useAllRows } from './use-all-rows.ts'
import { BANDS, NO_CATEGORY, type BusinessFilter, type useBusinessFilter } from './use-business-filter.ts'

interface FiltersProps {
  filter: BusinessFilter
  isNarrowed: boolean
  onNarrow: ReturnType<typeof useBusinessFilter>['narrow']
  onClear: () => void
  order: ListOrder
  onSort: (sort: Sort) => void
  grouping: Grouping | undefined
  onGroup: (value: string) => void
  columns: readonly ListColumn[]
  onToggle: (column: ListColumn) => void
}

/** One line of narrowing. A choice that is in force has a border in the primary colour. */
export function BusinessFilters(given: FiltersProps) {
  const { t } = useTranslation()
  const { filter, isNarrowed, onNarrow, onClear } = given
  const { rows: entities } = useAllRows('entities.list-entities')
  const { rows: categories } = useAllRows('businesses.list-categories')
  const stages = STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))
  return (
    <Box component="search" sx={LINE}>
      <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}>
        <SearchField
          label={t('businesses.search')}
          value={filter.search}
          onChange={(value) => onNarrow('search', value)}
        />
      </Box>
      <Choice
        label={t('businesses.byStage')}
        value={filter.stage}
        isMarked={filter.stage !== ''}
        options={[{ value: '', label: t('businesses.anyStage') }, ...stages]}
        onChange={(value) => onNarrow('stage', value)}
      />
      <Choice
        label={t('businesses.byEntity')}
        value={filter.entityId}
        isMarked={filter.entityId !== ''}
        options={[{ value: '', label: t('businesses.anyEntity') }, ...optionsOf(entities, filter.entityId)]}
        onChange={(value) => onNarrow('entityId', value)}
      />
      <Choice
        label={t('businesses.byCategory')}
        value={filter.categoryId}
        isMarked={filter.categoryId !== ''}
        options={[
          { value: '', label: t('businesses.anyCategory') },
          { value: NO_CATEGORY, label: t('businesses.without.category') },
          ...optionsOf(categories, filter.categoryId === NO_CATEGORY ? '' : filter.categoryId),
        ]}
        onChange={(value) => onNarrow('categoryId', value)}
      />
      <OwnerAndPace {...given} />
      <OrderChoices {...given} />
      <DayField
        label={t('businesses.asOf')}
        value={filter.asOf}
        onChange={(value) => onNarrow('asOf', value)}
      />
      {filter.runId !== '' && (
        <Box component={Link} to={`/runs/${filter.runId}`} sx={{ ...DRILL, fontSize: 13 }}>
          {t('businesses.byRun')}
        </Box>
      )}
      <ColumnChoice columns={given.columns} onToggle={given.onToggle} />
      <MovedChips filter={filter} onNarrow={onNarrow} />
      {isNarrowed && (
        <Button onClick={onClear} sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, justifySelf: 'start' }}>
          {t('businesses.clear')}
        </Button>
      )}
    </Box>
  )
}

/** Whose, and whether it stands still. */
function OwnerAndPace({ filter, onNarrow }: FiltersProps) {
  const { t } = useTranslation()
  const { rows: owners } = useAllRows('businesses.list-owners')
  return (
    <>
      <Choice
        label={t('businesses.byOwner')}
        value={filter.ownerId}
        isMarked={filter.ownerId !== ''}
        options={[{ value: '', label: t('businesses.anyOwner') }, ...optionsOf(owners, filter.ownerId)]}
        onChange={(value) => onNarrow('ownerId', value)}
      />
      <Choice
        label={t('businesses.byPace')}
        value={String(filter.isStalled)}
        isMarked={filter.isStalled}
        options={[
          { value: 'false', label: t('businesses.anyPace') },
          { value: 'true', label: t('businesses.stalled') },
        ]}
        onChange={(value) => onNarrow('isStalled', value === 'true' ? value : '')}
      />
      <Choice
        label={t('businesses.byHealth')}
        value={filter.health}
        isMarked={filter.health !== ''}
        options={[
          { value: '', label: t('businesses.anyHealth') },
          ...BANDS.map((band) => ({ value: band, label: t(`band.${band}`) })),
        ]}
        onChange={(value) => onNarrow('health', value)}
      />
    </>
  )
}

/** In which groups, and where there are no heads to click, in which order. */
function OrderChoices({ order, onSort, grouping, onGroup }: FiltersProps) {
  const { t } = useTranslation()
  return (
    <>
      <Box sx={{ display: { sm: 'none' } }}>
        <Choice
          label={t('businesses.sortBy')}
          value={order.sort}
          isMarked={order.sort !== 'name'}
          options={SORTS.map((sort) => ({ value: sort, label: t(`businesses.sorted.${sort}`) }))}
          onChange={(value) => SORTS.filter((sort) => sort === value).forEach(onSort)}
        />
      </Box>
      <Choice
        label={t('businesses.groupBy')}
        value={grouping ?? ''}
        isMarked={grouping !== undefined}
        options={[
          { value: '', label: t('businesses.ungrouped') },
          ...GROUPINGS.map((one) => ({ value: one, label: t(`businesses.grouped.${one}`) })),
        ]}
        onChange={onGroup}
      />
    </>
  )
}

/** While the list is on its way, the choice from the URL stands as its id. */
function optionsOf(rows: readonly { id: string; name: string }[], chosen: string) {
  const options = rows.map(({ id, name }) => ({ value: id, label: name }))
  const isKnown = chosen === '' || rows.some(({ id }) => id === chosen)
  return isKnown ? options : [...options, { value: chosen, label: chosen }]
}

/** The search takes what is left of a line; the choices are of one width and wrap as they need. */
const LINE = {
  flex: 'none',
  display: { xs: 'grid', md: 'flex' },
  flexWrap: 'wrap',
  gap: 2,
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  alignItems: 'center',
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
  '& > *': { flex: { md: '0 1 124px' } },
  '& > div:first-of-type': { flex: { md: '1 1 160px' }, maxWidth: { md: 320 } },
  '& > button, & > a': { flex: { md: 'none' } },
} as const

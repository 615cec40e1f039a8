import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '../../design/choice.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { TAB, TAB_AWAY, TABS } from '../../design/tabs.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import { useVentureFilter, type Narrowing } from './use-venture-filter.ts'

const VIEWS = [
  { key: 'board', to: '/ventures', operation: 'businesses.summarise-businesses' },
  { key: 'vintages', to: '/ventures/vintages', operation: 'businesses.list-vintages' },
  { key: 'ownership', to: '/ventures/ownership', operation: 'entities.get-structure' },
] as const

/** The name of the room, its views, and what narrows them; a view keeps what the one before was narrowed to. */
export function VenturesHead({ here }: { here: (typeof VIEWS)[number]['key'] }) {
  const { t } = useTranslation()
  const { values, put, search } = useVentureFilter()
  const operation = VIEWS.find(({ key }) => key === here)?.operation
  return (
    <>
      <PageHeader title={t('ventures.title')} />
      <Box component="nav" aria-label={t('ventures.views')} sx={TABS}>
        {VIEWS.map(({ key, to }) => (
          <Box
            key={key}
            component={Link}
            to={{ pathname: to, search }}
            aria-current={key === here ? 'page' : undefined}
            sx={TAB}
          >
            {t(`ventures.view.${key}`)}
          </Box>
        ))}
        <Box component={Link} to={`/reference?q=${operation}`} title={t('businesses.apiTitle')} sx={TAB_AWAY}>
          {t('businesses.api')}
        </Box>
      </Box>
      {here !== 'ownership' && <Filters values={values} put={put} />}
    </>
  )
}

function Filters(given: {
  values: Record<Narrowing, string>
  put: (name: Narrowing, value: string) => void
}) {
  const { t } = useTranslation()
  const { values, put } = given
  const entities = useAllRows('entities.list-entities').rows
  const categories = useAllRows('businesses.list-categories').rows
  const owners = useAllRows('businesses.list-owners').rows
  const choices = [
    { name: 'entity', rows: entities, label: t('businesses.byEntity'), any: t('businesses.anyEntity') },
    {
      name: 'category',
      rows: categories,
      label: t('businesses.byCategory'),
      any: t('businesses.anyCategory'),
    },
    { name: 'owner', rows: owners, label: t('businesses.byOwner'), any: t('businesses.anyOwner') },
  ] as const
  return (
    <Box component="search" sx={FILTERS}>
      {choices.map(({ name, rows, label, any }) => (
        <Choice
          key={name}
          label={label}
          value={values[name]}
          isMarked={values[name] !== ''}
          options={[{ value: '', label: any }, ...optionsOf(rows, values[name])]}
          onChange={(value) => put(name, value)}
        />
      ))}
    </Box>
  )
}

/** While the list is on its way, the choice from the address stands as its id. */
function optionsOf(rows: readonly { id: string; name: string }[], chosen: string) {
  const options = rows.map(({ id, name }) => ({ value: id, label: name }))
  const isKnown = chosen === '' || rows.some(({ id }) => id === chosen)
  return isKnown ? options : [...options, { value: chosen, label: chosen }]
}

const FILTERS = {
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'repeat(3, minmax(0, 1fr))', md: 'repeat(3, 168px)' },
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

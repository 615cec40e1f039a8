import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { BULK_MAX } from './bulk/bulk-change.ts'
import { SelectBox } from './bulk/select-box.tsx'
import { columnsStyle } from './columns.ts'
import type { ListProps } from './list-props.ts'
import type { Sort } from './use-list-order.ts'

type HeadProps = ListProps & { total: number | undefined }

/** The heads of the columns: each sorts by its own; the first box chooses all that the filter finds. */
export function ListHead(head: HeadProps) {
  const { t } = useTranslation()
  const { columns, filter } = head
  const grid = columnsStyle(columns, { isArchive: filter.isArchived })
  return (
    <Box role="rowgroup" sx={{ display: { xs: 'none', sm: 'block' }, position: 'sticky', top: 0, zIndex: 2 }}>
      <Box role="row" aria-rowindex={1} sx={{ ...grid, ...LINE }}>
        <Box component="span" role="columnheader" sx={{ display: 'flex' }}>
          <SelectAll {...head} />
        </Box>
        <SortHead sort="name" {...head} />
        {columns.map((column) =>
          column === 'health' ? (
            <span key={column} role="columnheader">
              {t('businesses.health')}
            </span>
          ) : (
            <SortHead key={column} sort={column} {...head} />
          ),
        )}
        {filter.isArchived && <span role="columnheader">{t('businesses.restore')}</span>}
      </Box>
    </Box>
  )
}

function SelectAll({ selection: { chosen, isAsking, all, clear }, total = 0 }: HeadProps) {
  const { t } = useTranslation()
  const isFull = chosen.size > 0 && chosen.size >= Math.min(total, BULK_MAX)
  return (
    <SelectBox
      label={t('bulk.selectAll', { count: BULK_MAX })}
      isOn={isFull}
      isPartly={chosen.size > 0 && !isFull}
      isDisabled={isAsking}
      onToggle={() => (isFull ? clear() : void all())}
    />
  )
}

function SortHead({ sort, order, onSort }: HeadProps & { sort: Sort }) {
  const { t } = useTranslation()
  const isOn = order.sort === sort
  const direction = order.descending ? 'descending' : 'ascending'
  return (
    <Box component="span" role="columnheader" aria-sort={isOn ? direction : 'none'} sx={{ display: 'flex' }}>
      <Box component="button" type="button" onClick={() => onSort(sort)} sx={{ ...BUTTON, ...(isOn && ON) }}>
        {t(`businesses.${sort}`)}
        <Box
          component="svg"
          viewBox="0 0 8 8"
          aria-hidden
          sx={{ ...ARROW, visibility: isOn ? 'visible' : 'hidden' }}
        >
          <path d={order.descending ? 'M1 2.5h6L4 6.5Z' : 'M1 5.5h6L4 1.5Z'} fill="currentColor" />
        </Box>
      </Box>
    </Box>
  )
}

const LINE = {
  height: 32,
  fontSize: 11,
  fontWeight: 500,
  color: 'text.secondary',
  bgcolor: 'background.paper',
} as const
const BUTTON = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  m: 0,
  p: 0,
  height: 32,
  border: 0,
  background: 'none',
  font: 'inherit',
  color: 'inherit',
  cursor: 'pointer',
  '&:hover': { color: 'text.primary' },
} as const
const ON = { color: 'text.primary' } as const
const ARROW = { width: 8, height: 8 } as const

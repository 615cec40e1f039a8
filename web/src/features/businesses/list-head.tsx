import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { BULK_MAX } from './bulk/bulk-change.ts'
import { SelectBox } from './bulk/select-box.tsx'
import type { Selection } from './bulk/use-selection.ts'
import { COLUMNS } from './columns.ts'

/** The heads of the columns; the first box chooses all that the filter finds. */
export function ListHead({
  isArchive,
  selection: { chosen, isAsking, all, clear },
  total = 0,
}: {
  isArchive: boolean
  selection: Selection
  total: number | undefined
}) {
  const { t } = useTranslation()
  const isFull = chosen.size > 0 && chosen.size >= Math.min(total, BULK_MAX)
  const titles = ['name', 'stage', 'entity', 'category', isArchive ? 'archivedOn' : 'updated'] as const
  return (
    <Box role="rowgroup" sx={{ display: { xs: 'none', sm: 'block' }, position: 'sticky', top: 0, zIndex: 1 }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          ...COLUMNS,
          height: 32,
          fontSize: 11,
          fontWeight: 500,
          color: 'text.secondary',
          bgcolor: 'background.paper',
        }}
      >
        <Box component="span" role="columnheader" sx={{ display: 'flex' }}>
          <SelectBox
            label={t('bulk.selectAll', { count: BULK_MAX })}
            isOn={isFull}
            isPartly={chosen.size > 0 && !isFull}
            isDisabled={isAsking}
            onToggle={() => (isFull ? clear() : void all())}
          />
        </Box>
        {titles.map((title) => (
          <span key={title} role="columnheader">
            {t(`businesses.${title}`)}
          </span>
        ))}
      </Box>
    </Box>
  )
}

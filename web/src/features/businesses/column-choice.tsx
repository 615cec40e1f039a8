import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { LIST_COLUMNS, type ListColumn } from './columns.ts'
import { textOf } from './use-columns.ts'

/** Which columns the list shows beside the name. Phones show two lines, and no columns. */
export function ColumnChoice(given: {
  columns: readonly ListColumn[]
  onToggle: (column: ListColumn) => void
}) {
  const { t } = useTranslation()
  const { columns, onToggle } = given
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ display: { xs: 'none', sm: 'inline-flex' }, ...(textOf(columns) && { color: 'primary.main' }) }}
      >
        {t('businesses.columns')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': t('businesses.columns') } }}
      >
        {LIST_COLUMNS.map((column) => (
          <MenuItem
            key={column}
            role="menuitemcheckbox"
            aria-checked={columns.includes(column)}
            onClick={() => onToggle(column)}
          >
            <Box component="span" sx={{ flex: 1, pr: 4 }}>
              {t(`businesses.${column}`)}
            </Box>
            <Box component="span" sx={{ visibility: columns.includes(column) ? 'visible' : 'hidden' }}>
              <Icon name="check" />
            </Box>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { usePages, type Input } from '../../../api.ts'
import type { ListColumn } from '../columns.ts'
import { textOf } from '../use-columns.ts'
import type { Grouping } from '../use-grouping.ts'
import type { ListOrder } from '../use-list-order.ts'
import { SaveView } from './save-view.tsx'
import { addressOf, isSameAddress, VIEWED } from './view-address.ts'
import { ViewActions } from './view-actions.tsx'

/** The kept views of the list, one's own and the studio's; and while something is narrowed, how to keep it. */
export function ViewsLine(given: {
  input: Input<'businesses.list-businesses'>
  order: ListOrder
  grouping: Grouping | undefined
  columns: readonly ListColumn[]
}) {
  const { t } = useTranslation()
  const { search } = useLocation()
  const [isSaving, setSaving] = useState(false)
  const { rows = [] } = usePages('views.list-views', { operation: VIEWED, limit: 50 })
  const { sort, descending } = given.order
  const input = { ...given.input, ...(sort !== 'name' && { sort }), ...(descending && { descending }) }
  const layout = {
    ...(given.grouping && { groupBy: given.grouping }),
    ...(textOf(given.columns) !== undefined && { columns: [...given.columns] }),
  }
  const address = addressOf({ input, layout })
  const current = rows.find((view) => isSameAddress(addressOf(view), search))
  if (rows.length === 0 && address === '') return null
  return (
    <Box component="section" aria-label={t('views.label')} sx={LINE}>
      <Box component="ul" hidden={rows.length === 0} sx={LIST}>
        {rows.map((view) => (
          <li key={view.id}>
            <Box
              component={Link}
              to={{ pathname: '/businesses', search: addressOf(view) }}
              aria-current={view === current ? 'true' : undefined}
              title={view.isOpen ? undefined : t('views.notOpen')}
              sx={viewStyle(view === current, view.isOpen)}
            >
              {view.name}
              {view.isShared && (
                <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                  {` · ${t('views.shared')}`}
                </Box>
              )}
              {!view.isOpen && ` · ${t('views.closed')}`}
            </Box>
          </li>
        ))}
      </Box>
      {current?.isOwn && <ViewActions view={current} />}
      {!current && address !== '' && !isSaving && (
        <Button onClick={() => setSaving(true)}>{t('views.save')}</Button>
      )}
      {isSaving && <SaveView read={{ input, layout }} onDone={() => setSaving(false)} />}
    </Box>
  )
}

const LINE = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 4,
  rowGap: 1,
  minHeight: 40,
  px: { xs: 4, sm: 6 },
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

const LIST = {
  display: 'flex',
  '&[hidden]': { display: 'none' },
  flexWrap: 'wrap',
  columnGap: 4,
  m: 0,
  p: 0,
  listStyle: 'none',
  minWidth: 0,
} as const

function viewStyle(isCurrent: boolean, isOpen: boolean) {
  return {
    fontSize: 13,
    lineHeight: '32px',
    textDecoration: 'none',
    fontWeight: isCurrent ? 600 : 400,
    color: isOpen ? 'text.primary' : 'text.secondary',
    boxShadow: isCurrent ? 'inset 0 -2px var(--mui-palette-primary-main)' : 'none',
    '&:hover': { color: 'primary.main' },
  } as const
}

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link, useLocation } from 'react-router'
import { heldAs } from '../../api-call.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { May } from '../identity/may.tsx'
import { SelectBox } from './bulk/select-box.tsx'
import { BusinessCell } from './business-cell.tsx'
import { CLIPPED, columnsStyle, type ListColumn } from './columns.ts'
import { StageMark } from './stage-mark.tsx'
import type { Business, ListedBusiness } from './stages.ts'
import { useArchive } from './use-archive.ts'

interface RowProps {
  business: ListedBusiness
  columns: readonly ListColumn[]
  isOpen: boolean
  isPhone: boolean
  isArchive: boolean
  /** Of the archive and of a past day nothing is changed in its place. */
  isOfNow: boolean
  isChosen: boolean
  onToggle: (given: { isRange: boolean }) => void
}

/** The whole row opens its business: the link of its name is stretched over it. On a phone it is two lines. */
export function BusinessRow(row: RowProps) {
  return row.isPhone ? <PhoneRow {...row} /> : <WideRow {...row} />
}

function WideRow(row: RowProps) {
  const { business, isOpen, isArchive, isOfNow, isChosen, columns } = row
  const { description } = business
  const [isNear, setNear] = useState(false)
  const grid = useMemo(() => columnsStyle(columns, { isArchive }), [columns, isArchive])
  return (
    <Box
      role="presentation"
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
      onFocus={() => setNear(true)}
      onBlur={() => setNear(false)}
      sx={{ ...grid, ...SURFACE, ...(isChosen && CHOSEN), ...(isOpen && OPEN) }}
    >
      <ChooseCell {...row} />
      <Box
        role="cell"
        sx={{ ...CLIPPED, overflow: 'visible', display: 'flex', alignItems: 'center', gap: 2 }}
      >
        <NameLink business={business} isOpen={isOpen} />
        <Box component="span" sx={{ ...CLIPPED, flex: '1 1 0', color: 'text.secondary' }}>
          {description}
        </Box>
      </Box>
      {columns.map((column) => (
        <BusinessCell key={column} {...{ column, business, isOfNow, isNear }} />
      ))}
      {isArchive && (
        <Box role="cell">
          <May permission="businesses.write">
            <RestoreButton business={business} />
          </May>
        </Box>
      )}
    </Box>
  )
}

function PhoneRow(row: RowProps) {
  const { business, isOpen, isArchive, isChosen } = row
  const { stage, entity } = business
  return (
    <Box
      role="presentation"
      sx={{
        ...SURFACE,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        borderBottom: '1px solid var(--mui-palette-divider)',
        ...(isChosen && CHOSEN),
        ...(isOpen && OPEN),
      }}
    >
      <ChooseCell {...row} />
      <Box role="cell" sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', fontSize: 14 }}>
          <NameLink business={business} isOpen={isOpen} />
        </Box>
        <Box sx={{ display: 'flex', gap: 3, fontSize: 12, color: 'text.secondary' }}>
          <StageMark stage={stage} />
          <Box component="span" sx={CLIPPED}>
            {entity.name}
          </Box>
        </Box>
      </Box>
      {isArchive && (
        <Box role="cell">
          <May permission="businesses.write">
            <RestoreButton business={business} />
          </May>
        </Box>
      )}
    </Box>
  )
}

function ChooseCell({ business: { name }, isChosen, onToggle }: RowProps) {
  const { t } = useTranslation()
  return (
    <Box role="cell" sx={{ display: 'flex' }}>
      <SelectBox label={t('bulk.select', { name })} isOn={isChosen} onToggle={onToggle} />
    </Box>
  )
}

function NameLink({ business: { id, name }, isOpen }: { business: Business; isOpen: boolean }) {
  const { search } = useLocation()
  return (
    <Box
      component={Link}
      to={{ pathname: `/businesses/${id}`, search }}
      data-row={id}
      aria-current={isOpen ? 'true' : undefined}
      title={name}
      sx={{
        ...CLIPPED,
        maxWidth: '100%',
        flex: '0 1 auto',
        fontWeight: 500,
        lineHeight: '28px',
        textDecoration: 'none',
        '&::after': { content: '""', position: 'absolute', inset: 0 },
        '&:focus-visible': { outline: 'none' },
        '&:focus-visible::after': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: -2 },
      }}
    >
      {name}
    </Box>
  )
}

function RestoreButton({ business }: { business: Business }) {
  const { t } = useTranslation()
  const { restore, isSending, problem } = useArchive()
  const dispatch = useDispatch()
  // A row has no room for a notice.
  useEffect(() => {
    if (!problem) return
    const approvalId = heldAs(problem)
    dispatch(toastShown({ text: approvalId ? t('held.toast') : problem.detail, approvalId }))
  }, [problem, dispatch, t])
  return (
    <Button
      disabled={isSending}
      aria-label={t('businesses.restoreNamed', { name: business.name })}
      onClick={() => void restore(business)}
      sx={{ position: 'relative', zIndex: 1, ml: -2, color: 'primary.main' }}
    >
      {t('businesses.restore')}
    </Button>
  )
}

const SURFACE = {
  position: 'relative',
  height: '100%',
  fontSize: 13,
  '&:hover': { bgcolor: 'background.default' },
} as const
const CHOSEN = { bgcolor: 'background.default' } as const
const OPEN = {
  bgcolor: 'background.default',
  boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
} as const

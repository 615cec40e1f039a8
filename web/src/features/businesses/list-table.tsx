import Box from '@mui/material/Box'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useTranslation } from 'react-i18next'
import { ListHead } from './list-head.tsx'
import type { ListProps } from './list-props.ts'

/** The frame of the list, flat or grouped: it scrolls, and its lines stand where the virtualizer puts them. */
export function ListTable(
  given: ListProps & {
    frame: React.RefObject<HTMLDivElement | null>
    virtual: Virtualizer<HTMLDivElement, Element>
    total: number | undefined
    isBusy: boolean
    children: React.ReactNode
  },
) {
  const { t } = useTranslation()
  const { frame, virtual, isBusy, order } = given
  return (
    <Box
      ref={frame}
      role="table"
      aria-label={t('businesses.list', { sort: t(`businesses.sort.${order.sort}`) })}
      aria-rowcount={virtual.options.count + 1}
      aria-busy={isBusy}
      onKeyDown={(event) => {
        moveByArrows(event)
        selectByKey(event)
        editByKey(event)
      }}
      sx={FRAME}
    >
      <ListHead {...given} />
      <Box role="rowgroup" sx={{ position: 'relative' }} style={{ height: virtual.getTotalSize() }}>
        {given.children}
      </Box>
    </Box>
  )
}

/** Up and down go from row to row, as in any list; the rows beyond the edge are there because of the overscan. */
function moveByArrows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=row]')].toSorted(
    (a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex),
  )
  const stops = lines.flatMap((line) => line.querySelector<HTMLElement>('[data-row]') ?? [])
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[at + step]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}

/** `x` takes the row in or out that the keyboard is at, and with Shift all from the one before. */
function selectByKey(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return
  const row = event.target instanceof Element ? event.target.closest('[role=row]:has(a[data-row])') : null
  const box = row?.querySelector('input[type=checkbox]')
  if (!box) return
  event.preventDefault()
  box.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: event.shiftKey }))
}

/** `e` opens the first cell of the row that is changed in its place. */
function editByKey(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey) return
  const row = event.target instanceof Element ? event.target.closest('[role=row]:has(a[data-row])') : null
  const pencil = row?.querySelector<HTMLElement>('[data-edit]')
  if (!pencil) return
  event.preventDefault()
  pencil.click()
}

const FRAME = {
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  bgcolor: 'background.paper',
  containerType: 'inline-size',
} as const

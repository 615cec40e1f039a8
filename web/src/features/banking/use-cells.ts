import { useCallback, useRef } from 'react'
import { flushSync } from 'react-dom'

/**
 * Goes from cell to cell as a spreadsheet does. After the last one comes a new line, and the first cell of it. At once,
 * and not with the next frame: whoever types on would lose the first letter to the cell before.
 */
export function useCells(addLine: () => void) {
  const form = useRef<HTMLFormElement>(null)
  const goOn = useCallback(
    (from: HTMLElement) => {
      const cells = [...(form.current?.querySelectorAll<HTMLElement>('input') ?? [])]
      const next = cells[cells.indexOf(from) + 1]
      if (next) return next.focus()
      flushSync(addLine)
      return form.current?.querySelector<HTMLElement>('.line:last-of-type input')?.focus()
    },
    [addLine],
  )
  return { form, goOn }
}

/** Opens the details of the line in which the cell is, and goes into them. */
export function openDetails(cell: HTMLElement): void {
  const line = cell.closest('.line')
  const button = line?.querySelector<HTMLElement>('button[aria-expanded=false]')
  flushSync(() => button?.click())
  line?.querySelector<HTMLElement>('.details input')?.focus()
}

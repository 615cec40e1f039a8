import { useCallback, useEffect, useRef } from 'react'

/** Goes from cell to cell as a spreadsheet does. After the last one comes a new line, and the first cell of it. */
export function useCells(lineCount: number, addLine: () => void) {
  const form = useRef<HTMLFormElement>(null)
  const wantsNewLine = useRef(false)
  useEffect(() => {
    if (!wantsNewLine.current) return
    wantsNewLine.current = false
    form.current?.querySelector<HTMLElement>('.line:last-of-type input')?.focus()
  }, [lineCount])
  const goOn = useCallback(
    (from: HTMLElement) => {
      // What was chosen may open a cell: a business is asked for once the account is known.
      requestAnimationFrame(() => {
        const cells = [...(form.current?.querySelectorAll<HTMLElement>('input') ?? [])]
        const next = cells[cells.indexOf(from) + 1]
        if (next) next.focus()
        else {
          wantsNewLine.current = true
          addLine()
        }
      })
    },
    [addLine],
  )
  return { form, goOn }
}

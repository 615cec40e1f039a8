import { useEffect, useEffectEvent } from 'react'
import type { Told } from './title-of.ts'

export const ROW_ATTRIBUTE = 'data-notification'

/** `j` and `k` go to the next row and the one before, `e` turns the row that has the focus, or is open, to read and back. */
export function useInboxKeys(
  rows: readonly Told[] | undefined,
  { openId, turn }: { openId: string | undefined; turn: (told: Told) => void },
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const links = [...document.querySelectorAll<HTMLElement>(`[${ROW_ATTRIBUTE}]`)]
    const focused = links.findIndex((link) => link === document.activeElement)
    const opened = links.findIndex((link) => link.getAttribute(ROW_ATTRIBUTE) === openId)
    const at = focused >= 0 ? focused : opened
    if (event.key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'k') links[Math.max(at - 1, 0)]?.focus()
    else if (event.key === 'e') {
      const id = links[at]?.getAttribute(ROW_ATTRIBUTE)
      const told = rows?.find((row) => row.id === id)
      if (told) turn(told)
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]') !== null
  )
}

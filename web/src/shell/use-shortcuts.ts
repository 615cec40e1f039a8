import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useRooms } from './use-rooms.ts'
import type { Overlay } from './overlay.ts'

const CHORD_MS = 1200

/** Ctrl-K, `?`, `a`, `c`, `/`, and `g` followed by the letter of a room. Letters are left alone while something is typed. */
export function useShortcuts(open: (overlay: Overlay) => void): void {
  const navigate = useNavigate()
  const rooms = useRooms()
  const chordAtMs = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open('palette')
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const isSecond = event.timeStamp - chordAtMs.current < CHORD_MS
      chordAtMs.current = Number.NEGATIVE_INFINITY
      const room = isSecond && rooms.find(({ chord }) => chord === event.key)
      if (room) void navigate(room.path)
      else if (event.key === 'g') chordAtMs.current = event.timeStamp
      else if (event.key === '?') open('shortcuts')
      else if (event.key === 'a') open('api')
      else if (event.key === 'c') void navigate('/businesses/new')
      else if (event.key === '/') document.querySelector<HTMLInputElement>('input[type=search]')?.focus()
      else return
      // The same key must not also be typed into the field that it has just focused.
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate, open, rooms])
}

/** In a field, or in a dialog or menu that has keys of its own. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]') !== null
  )
}

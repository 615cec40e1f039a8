import { useEffect, useEffectEvent } from 'react'
import { fileOfText, type ChosenFile } from './chosen-file.ts'

/** Ctrl-V anywhere on the page takes the cells that were copied; in a field it pastes into the field. */
export function usePastedCells(name: string, onPasted: (file: ChosenFile) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (isInField || text.trim() === '') return
    event.preventDefault()
    const isTable = /<table/i.test(event.clipboardData?.getData('text/html') ?? '')
    onPasted(fileOfText(name, text, isTable))
  })
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}

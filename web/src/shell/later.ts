import { lazy } from 'react'
import { bringWords } from '../strings/i18n.ts'
import type { Part } from '../strings/parts.ts'

/** What comes when it is opened, and side by side with it the parts of the words that it says: neither waits for the other. */
export function later<P extends object>(
  words: readonly Part[],
  load: () => Promise<React.ComponentType<P>>,
): React.LazyExoticComponent<React.ComponentType<P>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), bringWords(words)])
    return { default: component }
  })
}

import { __unsafe_useEmotionCache, type EmotionCache } from '@emotion/react'
import { useState } from 'react'

type Sheet = EmotionCache['sheet']

/**
 * The server's content security policy refuses inline styles, and to a browser even the empty `<style>` that Emotion
 * fills from a script is one. A constructed style sheet is not, so Emotion's rules go into those.
 * It stands around everything, because rules are inserted only after this has rendered.
 */
export function AdoptedStyles({ children }: { children: React.ReactNode }) {
  const cache = __unsafe_useEmotionCache()
  useState(() => cache && adopt(cache.sheet))
  return children
}

/** All of Emotion's sheets share a prototype: the one of components, and those that global styles make for themselves. */
function adopt(sheet: Sheet): void {
  const made = new WeakMap<Sheet, CSSStyleSheet>()
  const sheetFor = (owner: Sheet): CSSStyleSheet => {
    const known = made.get(owner)
    if (known) return known
    const fresh = new CSSStyleSheet()
    made.set(owner, fresh)
    const { adoptedStyleSheets: others } = document
    // Global styles give way to those of components, whenever they come.
    document.adoptedStyleSheets = owner === sheet ? [...others, fresh] : [fresh, ...others]
    return fresh
  }
  const methods = {
    insert(this: Sheet, rule: string) {
      const target = sheetFor(this)
      try {
        target.insertRule(rule, target.cssRules.length)
      } catch {
        // A selector that only another browser knows, such as `::-moz-placeholder`: it is meant for that one.
      }
    },
    flush(this: Sheet) {
      const gone = made.get(this)
      made.delete(this)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== gone)
    },
  }
  Object.assign(Object.getPrototypeOf(sheet), methods)
}

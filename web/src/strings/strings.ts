import type { en } from './en.ts'

/** A language: every key of English, and no other, with words of its own. A missing one does not compile. */
export type Strings = Told<typeof en>

type Told<T> = { readonly [K in keyof T]: T[K] extends string ? string : Told<T[K]> }

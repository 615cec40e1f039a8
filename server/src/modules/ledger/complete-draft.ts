import type { Said } from '#kernel/languages.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import type { NewEntry } from './schema.ts'
import type { DraftContent } from './unposted-schema.ts'

/** The entry that a draft has become, or what it still lacks; all else is told when it is decided on. Pure. */
export function completeDraft(draft: DraftContent): { entry: NewEntry } | { errors: FieldProblem[] } {
  const { effectiveOn, memo, source, externalId } = draft
  const errors: FieldProblem[] = []
  if (effectiveOn === null) errors.push({ path: '/effectiveOn', message: noDay })
  if (memo === '') errors.push({ path: '/memo', message: noMemo })
  const lines = draft.lines.flatMap((line, at) => {
    const { accountId } = line
    if (accountId !== null) return [Object.assign({}, line, { accountId })]
    errors.push({ path: `/lines/${at}/accountId`, message: noAccount })
    return []
  })
  if (draft.lines.length < 2) errors.push({ path: '/lines', message: fewLines })
  if (effectiveOn === null || errors.length > 0) return { errors }
  return { entry: { effectiveOn, memo, source, externalId, lines } }
}

const noDay: Said = { en: 'Say on which day it counts.', de: 'Geben Sie an, an welchem Tag sie zählt.' }
const noMemo: Said = { en: 'Say what happened.', de: 'Geben Sie an, was geschehen ist.' }
const noAccount: Said = { en: 'Choose an account.', de: 'Wählen Sie ein Konto.' }
const fewLines: Said = {
  en: 'An entry has at least two lines: something comes from somewhere.',
  de: 'Eine Buchung hat mindestens zwei Zeilen: Was kommt, kommt irgendwoher.',
}

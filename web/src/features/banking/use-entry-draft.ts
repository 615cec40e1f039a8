import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt, INVALID_INPUT } from '../../api-call.ts'
import { useWrite, type Output } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from './banking-words.ts'
import {
  emptyEntry,
  emptyLine,
  inputOf,
  sidesOf,
  typedDraft,
  type Accounts,
  type LineDraft,
} from './entry-draft.ts'
import { useKeptDraft } from './use-kept-draft.ts'

/** What is typed, what stands on both sides of it, how it is kept and posted, and what the server says at which cell. */
export function useEntryDraft(given: {
  book: Book
  accounts: Accounts
  saved: Output<'ledger.get-draft'> | undefined
  onPosted: () => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { book, accounts, saved, onPosted } = given
  const [draft, setDraft] = useState(() => (saved ? typedDraft(saved) : emptyEntry()))
  const [sentKeys, setSentKeys] = useState<number[]>([])
  const kept = useKeptDraft({ book, accounts, saved, onSent: setSentKeys })
  const { send, isSending, problem: refused, forget } = useWrite('ledger.post-entry')
  const problem = refused ?? kept.problem
  const isBusy = isSending || kept.isSending
  const changeLines = (change: (lines: LineDraft[]) => LineDraft[]) =>
    setDraft((before) => ({ ...before, lines: change(before.lines) }))
  /** What was asked for is not typed over, and another one begins. The day stays: receipts are typed in heaps of one day. */
  const beginAnother = () => {
    forget()
    kept.leave()
    setDraft(emptyEntry(draft.effectiveOn === '' ? undefined : draft.effectiveOn))
    onPosted()
  }
  const postAnew = () => {
    const { input, keys } = inputOf(draft, { bookId: book.id, accounts })
    setSentKeys(keys)
    return send(input)
  }
  const post = async () => {
    if (isBusy) return
    const posted = await (kept.isKept ? kept.post(draft) : postAnew())
    if (!posted) return
    const link = { to: `/banking/${book.id}/entries?open=${posted.id}`, text: t('banking.look') }
    dispatch(toastShown({ text: t('banking.postedToast', { memo: draft.memo.trim() }), link }))
    beginAnother()
  }
  return {
    draft,
    post,
    save: () => {
      if (isBusy) return
      forget()
      void kept.save(draft, true)
    },
    kept,
    beginAnother,
    isSending: isBusy,
    problem,
    sides: sidesOf(draft.lines, { accounts, currency: book.currency }),
    put: (change: Partial<{ effectiveOn: string; memo: string }>) =>
      setDraft((before) => ({ ...before, ...change })),
    putLine: (key: number, change: Partial<LineDraft>) =>
      changeLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...change } : line))),
    addLine: () => changeLines((lines) => [...lines, emptyLine()]),
    removeLine: (key: number) =>
      changeLines((lines) => {
        const left = lines.filter((line) => line.key !== key)
        return left.length > 0 ? left : [emptyLine()]
      }),
    /** What is wrong with a line in one of these fields, wherever the line stands by now. */
    errorOf: (key: number, fields: string[]): string | undefined => {
      const place = sentKeys.indexOf(key)
      if (place < 0) return undefined
      return fields.map((field) => errorAt(problem, `/lines/${place}/${field}`)).find((told) => told)
    },
    errorOfLines: isTooShort(problem, sentKeys) ? t('banking.twoLines') : errorOfLines(problem),
  }
}

/** The server tells it of a list; to whoever types it is an entry that has lines. */
function isTooShort(problem: Problem | undefined, sent: readonly number[]): boolean {
  return (
    problem?.code === INVALID_INPUT &&
    sent.length < 2 &&
    problem.errors.some(({ pointer }) => pointer === '/lines')
  )
}

function errorOfLines(problem: Problem | undefined): string | undefined {
  return problem?.errors.find(({ pointer }) => /^\/lines(\/\d+)?$/.test(pointer))?.detail
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from './banking-words.ts'
import { emptyEntry, emptyLine, inputOf, sidesOf, type Accounts, type LineDraft } from './entry-draft.ts'

/** What is typed, what stands on both sides of it, how it is posted, and what the server says at which cell. */
export function useEntryDraft(given: { book: Book; accounts: Accounts; onPosted: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { book, accounts, onPosted } = given
  const [draft, setDraft] = useState(emptyEntry)
  const [sentKeys, setSentKeys] = useState<number[]>([])
  const { send, isSending, problem, forget } = useWrite('ledger.post-entry')
  const changeLines = (change: (lines: LineDraft[]) => LineDraft[]) =>
    setDraft((before) => ({ ...before, lines: change(before.lines) }))
  const post = async () => {
    if (isSending) return
    const { input, keys } = inputOf(draft, { bookId: book.id, accounts })
    setSentKeys(keys)
    const posted = await send(input)
    if (!posted) return
    const link = { to: `/banking/${book.id}/entries?open=${posted.id}`, text: t('banking.look') }
    dispatch(toastShown({ text: t('banking.postedToast', { memo: input.memo }), link }))
    // The day stays: receipts are typed in heaps of one day.
    setDraft(emptyEntry(draft.effectiveOn))
    onPosted()
  }
  /** What was asked for waits; it is not typed over, and another one begins. */
  const beginAnother = () => {
    forget()
    setDraft(emptyEntry(draft.effectiveOn))
    onPosted()
  }
  return {
    draft,
    post,
    beginAnother,
    isSending,
    problem,
    sides: sidesOf(draft.lines, { accounts, currency: book.currency }),
    put: (change: Partial<{ effectiveOn: string; memo: string }>) =>
      setDraft((before) => ({ ...before, ...change })),
    putLine: (key: number, change: Partial<LineDraft>) =>
      changeLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...change } : line))),
    addLine: () => changeLines((lines) => [...lines, emptyLine()]),
    removeLine: (key: number) =>
      changeLines((lines) => {
        const kept = lines.filter((line) => line.key !== key)
        return kept.length > 0 ? kept : [emptyLine()]
      }),
    /** What is wrong with a line in one of these fields, wherever the line stands by now. */
    errorOf: (key: number, fields: string[]): string | undefined => {
      const place = sentKeys.indexOf(key)
      if (place < 0) return undefined
      return fields.map((field) => errorAt(problem, `/lines/${place}/${field}`)).find((told) => told)
    },
    errorOfLines: problem?.errors.find(({ pointer }) => /^\/lines(\/\d+)?$/.test(pointer))?.detail,
  }
}

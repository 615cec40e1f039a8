import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useSearchParams } from 'react-router'
import { useWrite, type Output } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from './banking-words.ts'
import { keptOf, typedDraft, type Accounts, type EntryDraft } from './entry-draft.ts'

interface Kept {
  id: string
  revision: number
  /** As it was sent, to see whether there is something new to keep. */
  content: string
}

/** The draft that the form works on, once it was kept: every change of it goes by the revision that was read. */
export function useKeptDraft(given: {
  book: Book
  accounts: Accounts
  saved: Output<'ledger.get-draft'> | undefined
  onSent: (keys: number[]) => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { book, accounts, saved, onSent } = given
  const [, setQuery] = useSearchParams()
  const [kept, setKept] = useState(() => saved && asKept(saved, accounts))
  const [begin, change, post] = [
    useWrite('ledger.save-draft'),
    useWrite('ledger.update-draft'),
    useWrite('ledger.post-draft'),
  ]
  const forget = () => [begin, change, post].forEach((one) => one.forget())

  /** Keeps what there is, where that is new: as it is kept now, or undefined where it was refused. */
  const save = async (draft: EntryDraft, isTold: boolean): Promise<Kept | undefined> => {
    forget()
    const { content, keys } = keptOf(draft, accounts)
    onSent(keys)
    const text = JSON.stringify(content)
    const isNew = kept?.content !== text
    const told = kept
      ? isNew && (await change.send({ draftId: kept.id, revision: kept.revision, ...content }))
      : await begin.send({ bookId: book.id, ...content })
    if (isNew && !told) return undefined
    const now = told ? { id: told.id, revision: told.revision, content: text } : kept
    setKept(now)
    if (told && !kept) setQuery({ draft: told.id }, { replace: true })
    if (isTold) dispatch(toastShown({ text: t('drafts.savedToast') }))
    return now
  }
  return {
    isKept: kept !== undefined,
    kept,
    save,
    /** What is posted is what stands in the form: it is kept first, and the revision says which it is. */
    post: async (draft: EntryDraft) => {
      const now = await save(draft, false)
      return now && post.send({ draftId: now.id, revision: now.revision })
    },
    leave: () => {
      forget()
      setKept(undefined)
      setQuery({}, { replace: true })
    },
    isSending: begin.isSending || change.isSending || post.isSending,
    problem: begin.problem ?? change.problem ?? post.problem,
  }
}

/** As it was read: what was not touched is not kept anew, and what somebody accepted of it goes on holding. */
function asKept(saved: Output<'ledger.get-draft'>, accounts: Accounts): Kept {
  const { id, revision } = saved
  return { id, revision, content: JSON.stringify(keptOf(typedDraft(saved), accounts).content) }
}

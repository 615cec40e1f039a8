import { namesBillAccount, namesPlace, type Which } from '#kernel/pair-legs.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { Chooser } from '../../design/chooser.tsx'
import { Field } from '../../design/field.tsx'
import { isResult, type Book } from '../banking/banking-words.ts'
import { useChoices } from '../banking/use-choices.ts'
import { OVERHEAD, type PairDraft } from './pair-draft.ts'

interface Given {
  which: Which
  draft: PairDraft
  problem: Problem | undefined
  change: (put: Partial<PairDraft>) => void
}

/** One of the two entities, and where its kind asks for it whose income or expense it is. */
export function PairSide(given: Given & { books: readonly Book[] }) {
  const { t } = useTranslation()
  const { which, draft, books, problem, change } = given
  const side = draft[which]
  const options = useMemo(() => books.map(({ id, entity }) => ({ value: id, label: entity.name })), [books])
  const book = books.find(({ id }) => id === side.bookId)
  const label = t(`group.side.${which}.${draft.kind}`)
  return (
    <>
      <Field label={label} error={errorAt(problem, `/${which}/entityId`)}>
        {(ids) => (
          <Chooser
            label={label}
            ids={ids}
            value={side.bookId}
            options={options}
            // Businesses and accounts are those of the entity.
            onChange={(bookId) => change({ [which]: { bookId, place: OVERHEAD, accountId: '' } })}
          />
        )}
      </Field>
      {book && namesPlace(draft.kind, which) && <Places {...given} book={book} />}
    </>
  )
}

function Places({ which, draft, book, problem, change }: Given & { book: Book }) {
  const { t } = useTranslation()
  const side = draft[which]
  const { accounts, businessOptions } = useChoices(book)
  const label = t('group.placeOf', { name: book.entity.name })
  const bills = [...accounts.values()].filter(({ type }) => isResult(type))
  return (
    <>
      {namesBillAccount(draft.kind, which) && (
        <Field label={t('group.billAccount')} error={errorAt(problem, `/${which}/debitAccountId`)}>
          {(ids) => (
            <Chooser
              label={t('group.billAccount')}
              ids={ids}
              value={side.accountId}
              options={bills.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
              onChange={(accountId) => change({ [which]: { ...side, accountId } })}
            />
          )}
        </Field>
      )}
      <Field label={label} error={errorAt(problem, `/${which}/businessId`)}>
        {(ids) => (
          <Chooser
            label={label}
            ids={ids}
            value={side.place}
            options={[{ value: OVERHEAD, label: t('banking.overhead') }, ...businessOptions]}
            onChange={(place) => change({ [which]: { ...side, place: place || OVERHEAD } })}
          />
        )}
      </Field>
    </>
  )
}

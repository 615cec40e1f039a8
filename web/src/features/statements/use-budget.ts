import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { usePages, useWrite } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import type { Book } from '../banking/banking-words.ts'
import { decimalIn, typedOf } from '../banking/typed-amount.ts'

const NOTHING_TYPED: Readonly<Record<string, string>> = {}

/** The budget of a year as it is saved and as it is typed over; only what differs is sent. */
export function useBudget(book: Book, months: readonly string[]) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const span = { from: months[0] ?? '', to: months.at(-1) ?? '' }
  const list = usePages('statements.list-budget', { bookId: book.id, ...span, limit: 200 })
  const { rows, isComplete } = useWhole(list)
  const saved = useMemo(() => {
    const own = rows.filter(({ businessId }) => businessId === null)
    return new Map(own.map(({ accountId, month, amount }) => [keyOf(accountId, month), amount]))
  }, [rows])
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [sent, setSent] = useState<string[]>([])
  const { send, isSending, problem, forget } = useWrite('statements.set-budget')
  const textOf = (key: string) => typed[key] ?? typedOf(saved.get(key) ?? '')
  const changed = Object.keys(typed).filter((key) => !isSame(textOf(key), saved.get(key), book.currency))
  const save = async () => {
    const lines = changed.map((key) => {
      const [accountId = '', month = ''] = key.split(' ')
      const text = textOf(key)
      return { accountId, month, amount: text.trim() === '' ? null : decimalIn(text) }
    })
    setSent(changed)
    const done = await send({ bookId: book.id, lines })
    if (!done) return
    dispatch(toastShown({ text: t('budget.savedToast', { count: done.lines }) }))
    // What was typed stays until the new figures are read: they are the same.
  }
  return {
    list,
    isComplete,
    changed: changed.length,
    ofBusinesses: rows.filter(({ businessId }) => businessId !== null).length,
    textOf,
    put: (key: string, text: string) => setTyped((before) => ({ ...before, [key]: text })),
    /** What an account comes to in all months; what is no amount yet does not count. */
    totalOf: (accountId: string): string => {
      const read = months.map((month) => minorOf(decimalIn(textOf(keyOf(accountId, month))), book.currency))
      const minor = read.reduce((sum, one) => ('minor' in one ? sum + one.minor : sum), 0n)
      return decimalOf(minor, book.currency)
    },
    errorOf: (key: string): string | undefined => {
      const place = sent.indexOf(key)
      if (place < 0) return undefined
      return problem?.errors.find(({ pointer }) => pointer.startsWith(`/lines/${place}/`))?.detail
    },
    discard: () => {
      setTyped(NOTHING_TYPED)
      forget()
    },
    save,
    isSending,
    problem,
  }
}

export function keyOf(accountId: string, month: string): string {
  return `${accountId} ${month}`
}

/** The same amount, however it is written. */
function isSame(text: string, before: string | undefined, currency: string): boolean {
  if (text.trim() === '' || before === undefined) return text.trim() === (before ?? '')
  const [now, then] = [minorOf(decimalIn(text), currency), minorOf(before, currency)]
  return 'minor' in now && 'minor' in then && now.minor === then.minor
}

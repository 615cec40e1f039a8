import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { useTrial, useWrite } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from '../banking/banking-words.ts'
import { emptyLine, type Accounts, type LineDraft } from '../banking/entry-draft.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { emptySchedule, scheduleInput, type Kind, type ScheduleDraft } from './schedule-draft.ts'

/** First a dry run, which says what is wrong, and the days of the plan; then it is kept, and its plan is read. */
export function useScheduleForm(given: { book: Book; kind: Kind; accounts: Accounts }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { book, kind, accounts } = given
  const { put: putPlace } = useQueryPlace()
  const [draft, setDraft] = useState(emptySchedule)
  const [sentKeys, setSentKeys] = useState<number[]>([])
  const [days, setDays] = useState<string[]>()
  const [refusal, setRefusal] = useState<Problem>()
  const { attempt, isTrying } = useTrial('closing.create-schedule')
  const { send, isSending, problem: sendProblem } = useWrite('closing.create-schedule')
  const problem = refusal ?? sendProblem
  const change = (next: (before: ScheduleDraft) => ScheduleDraft) => {
    setDraft(next)
    setDays(undefined)
  }
  const changeLines = (next: (lines: LineDraft[]) => LineDraft[]) =>
    change((before) => ({ ...before, lines: next(before.lines) }))
  const goOn = async () => {
    const { input, keys } = scheduleInput(kind, draft, { bookId: book.id, accounts })
    setSentKeys(keys)
    if (!days) {
      const { output, problem: reason } = await attempt(input)
      setRefusal(reason)
      if (output) setDays(output.occurrences.map(({ effectiveOn }) => effectiveOn))
      return
    }
    const made = await send(input)
    if (!made) return
    dispatch(toastShown({ text: t('schedules.createdToast', { name: made.name }) }))
    putPlace({ new: '', schedule: made.id })
  }
  return {
    draft,
    days,
    goOn,
    problem,
    isBusy: isTrying || isSending,
    put: (fields: Partial<ScheduleDraft>) => change((before) => ({ ...before, ...fields })),
    errorIn: (field: string) => errorAt(problem, field === 'name' ? '/name' : `/${kind}/${field}`),
    leave: () => putPlace({ new: '' }),
    lines: {
      putLine: (key: number, fields: Partial<LineDraft>) =>
        changeLines((all) => all.map((line) => (line.key === key ? { ...line, ...fields } : line))),
      addLine: () => changeLines((all) => [...all, emptyLine()]),
      removeLine: (key: number) =>
        changeLines((all) => (all.length > 1 ? all.filter((line) => line.key !== key) : [emptyLine()])),
      errorOf: (key: number, fields: string[]): string | undefined => {
        const place = sentKeys.indexOf(key)
        if (place < 0) return undefined
        return fields
          .map((field) => errorAt(problem, `/${kind}/lines/${place}/${field}`))
          .find((told) => told)
      },
      error: problem?.errors.find(({ pointer }) => /\/lines(\/\d+)?$/.test(pointer))?.detail,
    },
  }
}

export type ScheduleFormState = ReturnType<typeof useScheduleForm>

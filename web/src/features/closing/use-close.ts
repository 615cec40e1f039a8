import { useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useTrial, useWrite } from '../../api.ts'
import type { BoardRow, CloseKind, Outcome } from './closing-words.ts'

export interface Told {
  row: BoardRow
  outcome: Outcome
}

export interface Preview {
  ready: Told[]
  /** It is closed so already. */
  alike: Told[]
  /** Checks are not met: a reason gets past them. */
  unmet: Told[]
  /** It is not over, or one before it is open: nothing gets past that. */
  stuck: Told[]
}

const OPERATION = 'closing.close-period'

/** Closing many: first as a dry run, then for good. Only those that a check holds back are closed despite it. */
export function useClose({ kind, month, rows }: { kind: CloseKind; month: string; rows: BoardRow[] }) {
  const { attempt } = useTrial(OPERATION)
  const { send, isSending, problem } = useWrite(OPERATION)
  const [preview, setPreview] = useState<Preview>()
  const [refusal, setRefusal] = useState<Problem>()
  const [done, setDone] = useState<Told[]>()
  const told = (outcomes: readonly Outcome[]): Told[] =>
    outcomes.flatMap((outcome) => {
      const row = rows.find(({ id }) => id === outcome.bookId)
      return row ? [{ row, outcome }] : []
    })
  const look = async () => {
    const bookIds = rows.map(({ id }) => id)
    const { output, problem: reason } = await attempt({ bookIds, month, kind })
    setRefusal(reason)
    if (output) setPreview(sorted(told(output.outcomes), kind))
  }
  const apply = async ({ ready, unmet }: Preview, despite: string) => {
    const parts = [
      { part: ready, reason: {} },
      { part: despite === '' ? [] : unmet, reason: { despite, despiteMonths: monthsUnmet(unmet) } },
    ].filter(({ part }) => part.length > 0)
    const outcomes: Outcome[] = []
    for (const { part, reason } of parts) {
      const bookIds = part.map(({ row }) => row.id)
      const answer = await send({ bookIds, month, kind, ...reason })
      // What went before is done: it is told, with the problem beside it.
      if (!answer) break
      outcomes.push(...answer.outcomes)
    }
    if (outcomes.length > 0) setDone(told(outcomes))
  }
  return { preview, look, apply, done, isSending, problem: problem ?? refusal }
}

/** The reason is for the months that whoever gives it has seen, and for no other that is held back meanwhile. */
function monthsUnmet(unmet: readonly Told[]): string[] {
  return [...new Set(unmet.flatMap(({ outcome }) => outcome.blockers.flatMap(({ months }) => months)))]
}

function sorted(all: readonly Told[], kind: CloseKind): Preview {
  const isAlike = ({ row: { state } }: Told) => state === 'hard' || state === kind
  const free = all.filter(({ outcome }) => outcome.blockers.length === 0)
  const held = all.filter(({ outcome }) => outcome.blockers.length > 0)
  const isStuck = ({ outcome }: Told) =>
    outcome.blockers.some(({ blocker }) => blocker === 'order' || blocker === 'not-over')
  return {
    ready: free.filter((one) => !isAlike(one)),
    alike: free.filter(isAlike),
    unmet: held.filter((one) => !isStuck(one)),
    stuck: held.filter(isStuck),
  }
}

import { useEffect, useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useAsk, type Output } from '../../api.ts'

type Part = Output<'audit.verify-lines'>

export interface Verdict {
  lines: number
  heads: number
  findings: Part['findings']
  hasMoreFindings: boolean
  sealed: Part['sealed']
  unsealed: Part['unsealed']
  keyId: string
  /** False while there are parts left to check. */
  isComplete: boolean
}

const FINDINGS_SHOWN = 200

/** Goes through the whole log, part by part, as soon as it is looked at. */
export function useVerdict(): { verdict: Verdict | undefined; problem: Problem | undefined } {
  const { ask, problem } = useAsk('audit.verify-lines')
  const [verdict, setVerdict] = useState<Verdict>()
  useEffect(() => {
    let isLeft = false
    const check = async () => {
      let sum: Verdict | undefined
      for (let cursor: string | null | undefined; cursor !== null;) {
        const part = await ask(cursor ? { cursor } : {})
        if (!part || isLeft) return
        sum = added(sum, part)
        cursor = part.nextCursor
        setVerdict(sum)
      }
    }
    void check()
    return () => {
      isLeft = true
    }
  }, [ask])
  return { verdict, problem }
}

function added(sum: Verdict | undefined, { checked, findings, hasMoreFindings, ...part }: Part): Verdict {
  const lines = checked.from === null || checked.to === null ? 0 : checked.to - checked.from + 1
  const all = [...(sum?.findings ?? []), ...findings]
  return {
    lines: (sum?.lines ?? 0) + lines,
    heads: (sum?.heads ?? 0) + checked.heads,
    findings: all.slice(0, FINDINGS_SHOWN),
    hasMoreFindings: (sum?.hasMoreFindings ?? false) || hasMoreFindings || all.length > FINDINGS_SHOWN,
    sealed: part.sealed,
    unsealed: part.unsealed,
    keyId: part.keyId,
    isComplete: part.nextCursor === null,
  }
}

import { useEffect, useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useTrial } from '../../../api.ts'
import { OPERATIONS, type ImportInput, type ImportTarget, type Preview } from './targets.ts'

/** What would become of the file: tried anew with each change of what is said about it; the last answer stands meanwhile. */
export function usePreview(target: ImportTarget, input: ImportInput) {
  const { attempt, isTrying } = useTrial(OPERATIONS[target])
  const [problem, setProblem] = useState<Problem>()
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    let isCurrent = true
    void attempt({ ...input, onErrors: 'leave-out' }).then((answer) => {
      if (!isCurrent) return
      setProblem(answer.problem)
      if (answer.output) setPreview(answer.output)
    })
    return () => {
      isCurrent = false
    }
  }, [input, attempt])
  return { preview, isTrying, problem }
}

import { useEffect, useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useTrial, type Input, type Output } from '../../../api.ts'

const OPERATION = 'businesses.import-businesses'

export type ImportInput = Input<typeof OPERATION>
export type Preview = Output<typeof OPERATION>
export type ColumnField = Preview['columns'][number]['field']

/** What would become of the file: tried anew with each change of what is said about it; the last answer stands meanwhile. */
export function usePreview(input: ImportInput) {
  const { attempt, isTrying } = useTrial(OPERATION)
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

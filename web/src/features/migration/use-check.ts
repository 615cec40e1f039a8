import { useEffect, useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useTrial, type Input } from '../../api.ts'
import type { Check } from './said.ts'

/** What would become of the files: tried anew with each thing that is said of them; the last answer stands meanwhile. */
export function useCheck(input: Input<'migration.import-books'>) {
  const { attempt, isTrying } = useTrial('migration.import-books')
  const [problem, setProblem] = useState<Problem>()
  const [check, setCheck] = useState<Check>()
  useEffect(() => {
    let isCurrent = true
    void attempt({ ...input, onProblems: 'tell' }).then((answer) => {
      if (!isCurrent) return
      setProblem(answer.problem)
      if (answer.output) setCheck(answer.output)
    })
    return () => {
      isCurrent = false
    }
  }, [input, attempt])
  return { check, isTrying, problem }
}

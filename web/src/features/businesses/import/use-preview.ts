import { useEffect, useState } from 'react'
import { useDryRun, type Input, type Output } from '../../../api.ts'

const OPERATION = 'businesses.import-businesses'

export type ImportInput = Input<typeof OPERATION>
export type Preview = Output<typeof OPERATION>
export type ColumnField = Preview['columns'][number]['field']

/** What would become of the file: tried anew with each change of what is said about it; the last answer stands meanwhile. */
export function usePreview(input: ImportInput) {
  const { tryOut, isTrying, problem } = useDryRun(OPERATION)
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    let isCurrent = true
    void tryOut({ ...input, onErrors: 'leave-out' }).then((answer) => {
      if (isCurrent && answer) setPreview(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [input, tryOut])
  return { preview, isTrying, problem }
}

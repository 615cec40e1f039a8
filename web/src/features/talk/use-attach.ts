import { useState } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { useWrite } from '../../api.ts'
import { uploadFile } from '../../api-call.ts'

/** Sends files one after another: the bytes ahead, then what puts them beside the subject. The first that is refused stops it. */
export function useAttach(subjectId: string) {
  const attaching = useWrite('attachments.attach-file')
  const [sending, setSending] = useState<string>()
  const [refused, setRefused] = useState<{ problem: Problem; name: string }>()
  return {
    /** The name of what is on its way. */
    sending,
    refused: refused ?? (attaching.problem && { problem: attaching.problem, name: '' }),
    async attach(files: readonly File[]): Promise<void> {
      setRefused(undefined)
      attaching.forget()
      for (const file of files) {
        setSending(file.name)
        const answer = await uploadFile(file)
        if ('error' in answer) setRefused({ problem: answer.error, name: file.name })
        const isDone =
          'data' in answer &&
          (await attaching.send({ subjectId, name: nameOf(file), upload: answer.data })) !== undefined
        if (!isDone) break
      }
      setSending(undefined)
    },
  }
}

/** What is pasted has no name of its own but "image.png". */
function nameOf({ name, type }: File): string {
  return name === '' ? `pasted.${type.split('/')[1] ?? 'bin'}` : name.slice(0, 200)
}

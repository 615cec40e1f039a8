import { useState } from 'react'
import { useWrite } from '../../../api.ts'

export const NEW_OWNERS = ['person', 'investor'] as const
type NewOwner = (typeof NEW_OWNERS)[number]

export function isNewOwner(choice: string): choice is NewOwner {
  return NEW_OWNERS.some((kind) => kind === choice)
}

/** Who owns: an entity or a holder by its id, or a holder that is made when the stake is recorded. */
export function useOwner() {
  const [choice, setChoice] = useState('')
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { send, isSending, problem } = useWrite('entities.create-holder')
  const ensure = async () => {
    setMissing(choice === '')
    if (choice === '') return undefined
    if (!isNewOwner(choice)) return choice.startsWith('ent_') ? { entityId: choice } : { holderId: choice }
    const holder = await send({ kind: choice, name })
    if (!holder) return undefined
    // Where the stake itself is refused then, the next try is with the holder that is there now.
    setChoice(holder.id)
    return { holderId: holder.id }
  }
  return { choice, choose: setChoice, name, setName, isMissing, ensure, isSending, problem }
}

import { useId, useState, type KeyboardEvent } from 'react'
import { useRead } from '../../api.ts'
import { bodyOf, mentionAt, type Person } from './words-in.ts'

/**
 * Who is mentioned while it is typed: an `@` opens the list of who may see the subject, arrows move in it, Enter or Tab
 * takes one, Escape closes it.
 */
export function useMentions(given: { subjectId: string; typed: string; earlier: readonly Person[] }) {
  const { subjectId, typed } = given
  const [picked, setPicked] = useState(given.earlier)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedAt, setClosedAt] = useState<number>()
  const listId = useId()
  const typing = mentionAt(typed, caret)
  const isPicked = picked.some(({ name }) => name === typing?.named.trim())
  const isAsked = typing !== undefined && typing.from !== closedAt && !isPicked
  const { data } = useRead(
    'comments.list-mentionable',
    { subjectId, named: typing?.named ?? '', limit: 6 },
    { skip: !isAsked },
  )
  const people = isAsked ? (data?.people ?? []) : []
  const place = Math.min(at, people.length - 1)

  /** The text with that person in it, and where the caret then stands. */
  function take(person: Person): { typed: string; caret: number } | undefined {
    if (!typing) return undefined
    setPicked([...picked.filter(({ name }) => name !== person.name), person])
    setAt(0)
    const begun = `${typed.slice(0, typing.from)}@${person.name} `
    setCaret(begun.length)
    setClosedAt(typing.from)
    return { typed: begun + typed.slice(caret).replace(/^ /, ''), caret: begun.length }
  }

  return {
    listId,
    people,
    place,
    optionId: (index: number) => `${listId}-${index}`,
    take,
    moved(to: number) {
      setCaret(to)
      setAt(0)
      if (mentionAt(typed, to)?.from !== closedAt) setClosedAt(undefined)
    },
    body: () => bodyOf(typed, picked),
    forget() {
      setPicked([])
      setCaret(0)
    },
    /** Answers whom was taken, or true where the key was for the list. */
    onKey(event: KeyboardEvent): Person | boolean {
      if (people.length === 0) return false
      if (event.key === 'ArrowDown') setAt((place + 1) % people.length)
      else if (event.key === 'ArrowUp') setAt((place + people.length - 1) % people.length)
      else if (event.key === 'Escape') setClosedAt(typing?.from)
      else if (event.key === 'Enter' || event.key === 'Tab') return people[place] ?? false
      else return false
      return true
    },
  }
}

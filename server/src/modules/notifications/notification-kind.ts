import type { Said } from '#kernel/languages.ts'
import type { Transaction } from '#server/database/database.ts'
import type { FollowedEvent } from './followed-event.ts'

export type Mailing = 'at-once' | 'daily' | 'never'

/** What is kept beside the subject: ids, numbers, days and words of ours; never a name, a title or what somebody wrote. */
export type Facts = Record<string, string | number>

/** Somebody who is to be told of an event, if they may read what it is about. */
export interface Told {
  event: FollowedEvent
  personId: string
  /** Null where it is their own, and needs no right. */
  subjectId: string | null
  facts: Facts
}

/** What the sentence is made of: who did it, what it is about (empty where that is one's own), and the facts. */
export interface Telling {
  actor: Said
  title: string
  facts: Facts
}

/**
 * One kind of thing that people are told of. A module hands its kinds to `all-modules.ts`, as it does its operations.
 */
export interface NotificationKind {
  /** `module.word`, as it is kept and chosen by. */
  name: string
  /** Types of events that it is made of. */
  events: readonly string[]
  /** Who is told, decided in one query at most. Nobody is told what they did themselves, and who may read it is asked later. */
  tell(tx: Transaction, events: readonly FollowedEvent[]): Promise<Told[]>
  /** What one needs beside the permission that the subject is read with. */
  needs: readonly string[]
  /** Events on the same subject after which there is nothing to do: what was told counts as read. */
  settledBy: readonly string[]
  /** Where nobody has chosen otherwise. */
  mail: Mailing
  /** The sentence, in the inbox as in a mail. Titles are read with the rights of the reader, and never kept in it. */
  says(telling: Telling): Said
}

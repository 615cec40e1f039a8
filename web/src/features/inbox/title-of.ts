import type { Row } from '../../api.ts'
import { wordsOf } from '../settings/audit-words.ts'

export type Told = Row<'notifications.list-notifications'>

/** What it is about, as people say it: the operation of an approval is a name of ours. */
export function titleOf({ subject }: Told): string | undefined {
  if (subject === null) return undefined
  return subject.id.startsWith('apv_') ? wordsOf(subject.title) : subject.title
}

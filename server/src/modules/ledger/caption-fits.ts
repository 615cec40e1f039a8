import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import type { AccountRole, AccountType } from './schema.ts'

const OF_THEIR_ROLE = ['exchange', 'between-businesses']

/** A caption is of the account's type; where currencies or businesses meet has one of its own, and cash is shown as cash. */
export function captionFits(
  caption: CaptionName,
  { type, role }: { type: AccountType; role: AccountRole | null },
): boolean {
  if (OF_THEIR_ROLE.some((own) => (role === own) !== (caption === own))) return false
  return role === 'cash' ? caption === 'cash' : CAPTIONS[caption].type === type
}

import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import type { AccountRole, AccountType } from './schema.ts'

/** A caption is of the account's type; where currencies meet has one of its own, and cash is shown as cash. */
export function captionFits(
  caption: CaptionName,
  { type, role }: { type: AccountType; role: AccountRole | null },
): boolean {
  if ((role === 'exchange') !== (caption === 'exchange')) return false
  return role === 'cash' ? caption === 'cash' : CAPTIONS[caption].type === type
}

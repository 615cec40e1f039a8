import { CAPTIONS, OWN_CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import type { AccountRole, AccountType } from './schema.ts'

/** A caption is of the account's type; where currencies or businesses meet has one of its own, and cash is shown as cash. */
export function captionFits(
  caption: CaptionName,
  { type, role }: { type: AccountType; role: AccountRole | null },
): boolean {
  if (OWN_CAPTIONS.some((own) => (role === own) !== (caption === own))) return false
  return role === 'cash' ? caption === 'cash' : CAPTIONS[caption].type === type
}

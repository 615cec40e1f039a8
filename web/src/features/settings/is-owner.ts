import type { Output } from '../../api.ts'

/** In no pattern but its own: an admin's `*` does not hold it. */
const OWNERS_PERMISSION = 'studio.own'

/** Whether what only owners may do is theirs. The server decides; this is for what is shown. */
export function isOwner({ grants }: Pick<Output<'identity.get-me'>, 'grants'>): boolean {
  return grants.some(({ permissions }) => permissions.includes(OWNERS_PERMISSION))
}

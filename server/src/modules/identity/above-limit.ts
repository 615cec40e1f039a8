import type { Said } from '#kernel/languages.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { ABOVE_LIMIT } from '#server/catalogue/permissions.ts'
import { askASecond } from './ask-a-second.ts'

/**
 * Keeps giving these permissions for a second person where they are more than one may give alone: who could give the right to post above
 * a limit to a key of theirs would be under no limit.
 */
export async function askBeforeGiving(
  context: Pick<CallContext, 'tx' | 'access' | 'needsSecondPerson'>,
  { permissions, by }: { permissions: readonly string[]; by: string },
): Promise<void> {
  if (permissions.includes(ABOVE_LIMIT)) await askASecond(context, { permission: by, why: passesLimits })
}

const passesLimits: Said = {
  en: 'It lets software post above the limits of books, for which nobody else is asked then.',
  de: 'Es lässt Software über die Grenzen von Büchern hinaus buchen, ohne dass noch jemand anderes gefragt wird.',
}

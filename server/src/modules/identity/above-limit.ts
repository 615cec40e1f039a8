import { present } from '#kernel/assert.ts'
import type { Said } from '#kernel/languages.ts'
import type { Problem } from '#kernel/problem.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { ABOVE_LIMIT } from '#server/catalogue/permissions.ts'
import { couldSomebodyElseAccept } from './could-somebody-else-accept.ts'

/**
 * Why giving these permissions waits for a second person, or undefined. One person who could give the right to post above a limit to a
 * key of theirs would be under no limit.
 */
export async function waitsForSecond(
  { tx, access, needsSecondPerson }: Pick<CallContext, 'tx' | 'access' | 'needsSecondPerson'>,
  { permissions, by }: { permissions: readonly string[]; by: string },
): Promise<Problem | undefined> {
  if (!permissions.includes(ABOVE_LIMIT)) return undefined
  const hasSecond = await couldSomebodyElseAccept(tx, present(access, 'somebody signed in'), by)
  return hasSecond ? needsSecondPerson(passesLimits) : undefined
}

const passesLimits: Said = {
  en: 'It lets software post above the limits of books, for which nobody else is asked then.',
  de: 'Es lässt Software über die Grenzen von Büchern hinaus buchen, ohne dass noch jemand anderes gefragt wird.',
}

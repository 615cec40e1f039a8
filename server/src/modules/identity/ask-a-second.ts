import { present } from '#kernel/assert.ts'
import type { Said } from '#kernel/languages.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { couldSomebodyElseAccept } from './could-somebody-else-accept.ts'

/**
 * Keeps this invocation for a second person, who reads why, where there is one who holds that permission; otherwise it goes on, and
 * the answer is false: nobody else could accept it.
 */
export async function askASecond(
  { tx, access, needsSecondPerson }: Pick<CallContext, 'tx' | 'access' | 'needsSecondPerson'>,
  { permission, why }: { permission: string; why: Said },
): Promise<boolean> {
  const hasSecond = await couldSomebodyElseAccept(tx, present(access, 'somebody signed in'), permission)
  const wait = hasSecond ? needsSecondPerson(why) : undefined
  if (wait) throw wait
  return hasSecond
}

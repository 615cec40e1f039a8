import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Access, Actor } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import { postAll, type Posted } from '#server/modules/ledger/index.ts'
import type { Due } from './due-occurrences.ts'
import { keepRefusals, type Refusal } from './refusals-queries.ts'

/** Of the entries that schedules post. */
export const SOURCE = 'schedule'

export interface Tried {
  due: Due
  outcome: Posted | Problem
}

/** Posts what is due and open, each by itself, and keeps what was refused for whoever looks after it. */
export async function postOpen(
  tx: Transaction,
  given: {
    studioId: Id<'studio'>
    due: readonly Due[]
    through: string
    actor: Actor
    access: Access | undefined
  },
): Promise<Tried[]> {
  const { studioId, due, through, actor, access } = given
  const posted = await postAll(
    tx,
    studioId,
    due.map(({ schedule: { bookId }, effectiveOn, memo, lines, externalId }) => ({
      bookId,
      entry: { effectiveOn, memo, source: SOURCE, externalId, lines },
      actor,
      access,
    })),
  )
  const tried = due.map((one, at) => ({ due: one, outcome: present(posted[at], 'an outcome per entry') }))
  await keepRefusals(tx, {
    studioId,
    through,
    tried: [...new Set(due.map(({ schedule }) => schedule.id))],
    refused: refusedOf(tried),
  })
  return tried
}

/** What is in the book by this, and was not before: where somebody else was quicker, it is theirs, and the record has it already. */
export function newlyPosted(tried: readonly Tried[]): Posted[] {
  return tried.flatMap(({ outcome }) => (outcome instanceof Problem || outcome.isKnown ? [] : [outcome]))
}

/** The first of each schedule: what is due is in the order of its days. */
function refusedOf(tried: readonly Tried[]): Refusal[] {
  const refused = tried.flatMap(({ due, outcome }) => (outcome instanceof Problem ? [{ due, outcome }] : []))
  return [...Map.groupBy(refused, ({ due }) => due.schedule.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { schedule, number, effectiveOn } = first.due
    const { code, said } = first.outcome
    const { id: scheduleId, bookId } = schedule
    return [{ scheduleId, bookId, number, effectiveOn, refused: own.length, code, said }]
  })
}

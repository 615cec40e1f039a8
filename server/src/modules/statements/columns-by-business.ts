import type { Said } from '#kernel/languages.ts'
import type { BookByBusiness } from './by-business-queries.ts'
import type { Asked } from './compose-statement.ts'
import { beforeByBusiness, byBusinessLater, notByBusiness, notYetKnown } from './problems.ts'

/**
 * Which columns of a balance sheet by business there are: on a day before a book begins to balance there is none, and its place says so.
 * Refused where there is no column at all, or a book does not balance.
 */
export function columnsByBusiness(
  books: readonly BookByBusiness[],
  { periods, recordedAt }: Pick<Asked, 'periods' | 'recordedAt'>,
): { spans: { from: null; to: string }[]; emptyBecause: (Said | null)[] } {
  const begun = books.map(({ entity, from, since }) => {
    if (from === null || since === null) throw notByBusiness(entity)
    if (recordedAt !== undefined && Date.parse(recordedAt) < Date.parse(since))
      throw notYetKnown(entity, since)
    return { entity, from }
  })
  const missing = periods.map(({ to }) => begun.find(({ from }) => to < from))
  const [first] = missing
  if (first && missing.every((one) => one !== undefined)) throw byBusinessLater(first.entity, first.from)
  return {
    spans: periods.filter((_period, at) => missing[at] === undefined).map(({ to }) => ({ from: null, to })),
    emptyBecause: missing.map((one) => (one ? beforeByBusiness(one.entity, one.from) : null)),
  }
}

import { present } from '#kernel/assert.ts'
import { lastEndedBefore, monthDays } from '#kernel/periods.ts'
import { consolidateEntity } from '#server/modules/group/index.ts'
import type { PortfolioIds } from './fill-portfolio.ts'
import type { Part } from './part.ts'
import { BOOK_MONTHS_MAX } from './plan-earnings.ts'
import { HOLDING } from './plan-entities.ts'

/** The whole group from the beginning of the year to its last month that is over; of two years of books, beside the year before. */
export async function fillGroup(
  { work, next }: Part,
  { entityIds }: PortfolioIds,
  { today, bookMonths }: { today: string; bookMonths: number },
): Promise<void> {
  next({ en: 'Consolidating the group', de: 'Konsolidiert den Konzern' })
  const { name, endsOn } = lastEndedBefore('month', today)
  const [year = '', month = ''] = name.split('-')
  const before = String(Number(year) - 1)
  await work.invoke('consolidate', consolidateEntity, {
    entityId: present(entityIds.get(HOLDING), `an entity ${HOLDING}`),
    from: `${year}-01-01`,
    to: endsOn,
    ...(bookMonths === BOOK_MONTHS_MAX && {
      compareFrom: `${before}-01-01`,
      compareTo: monthDays(`${before}-${month}`).endsOn,
    }),
  })
}

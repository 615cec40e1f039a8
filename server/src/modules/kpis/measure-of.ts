import type { Kpi } from './schema.ts'

/** As the column of the definition makes it; the foreign key compares the two. */
export function measureOf({ unit, currency }: Pick<Kpi, 'unit' | 'currency'>): string {
  return currency === null ? unit : `${unit} ${currency}`
}

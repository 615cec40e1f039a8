import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

export interface Filling {
  status: string
  /** Of the parts that there are; null before the first was told. */
  done: number | null
  total: number | null
}

/** How far the run is that fills the demonstration, newest first. */
export async function findFilling(tx: Transaction, studioId: Id<'studio'>): Promise<Filling | undefined> {
  const [row] = await tx.prepared<{ status: string; done: number | null; total: number | null }>(
    `select status, (progress->>'done')::float8 as done, (progress->>'total')::float8 as total from run
     where studio_id = $1 and program = 'demo.fill-studio' order by id desc limit 1`,
    [studioId],
  )
  return row
}

import { sql, type RawBuilder } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import { literally } from '#server/database/like-pattern.ts'

/** What is looked for: the words as they were typed, and the patterns that they make. */
export interface Wanted {
  id: string
  begins: string
  within: string
}

/** The statement of a source. */
export type HitsOf = (wanted: Wanted) => RawBuilder<unknown>

export interface Hit {
  kind: string
  id: string
  title: string
  detail: string | null
}

/** Where a row stands among what fits, for a source whose rows have a name and may have more text. */
export function placeOf(
  { id, begins, within }: Wanted,
  { of, name, text }: { of: RawBuilder<unknown>; name: RawBuilder<unknown>; text?: RawBuilder<unknown> },
): RawBuilder<number | null> {
  return sql<number | null>`case when ${of} = ${id} then 0 when ${name} ilike ${begins} then 1
    when ${name} ilike ${within} then 2 ${text ? sql`when ${text} ilike ${within} then 3` : sql``} end`
}

export async function findHits(
  tx: Transaction,
  sources: readonly { kind: string; hits: HitsOf }[],
  { words, limit }: { words: string; limit: number },
): Promise<Hit[]> {
  const literal = literally(words)
  const wanted = { id: words, begins: `${literal}%`, within: `%${literal}%` }
  const each = sources.map(
    ({ kind, hits }) =>
      sql`(select ${sql.lit(kind)} as kind, id::text as id, title, detail, place from (${hits(wanted)}) as one
        where place is not null order by place, title collate "und-x-icu", id limit ${limit})`,
  )
  return tx.rows(
    query
      .selectFrom(sql<Hit & { place: number }>`(${sql.join(each, sql` union all `)})`.as<'hit'>(sql`hit`))
      .select(['hit.kind', 'hit.id', 'hit.title', 'hit.detail'])
      .orderBy('hit.place')
      .orderBy(sql`hit.title collate "und-x-icu"`)
      .orderBy('hit.id')
      .limit(limit),
  )
}

import type { IdNoun } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import type { RowOf } from './subjects-queries.ts'

/**
 * One kind of thing that has a timeline, comments and files. A module hands its kinds to `all-modules.ts`, as it does its
 * operations; its migration adds a line to `covers_subject`.
 */
export interface SubjectKind {
  noun: IdNoun
  /** Who may read it: `module.read`. */
  permission: string
  /**
   * Selects `id`, `title`, `business_id` (or null), `needs`, `people`, `operation` and `owner_id`. `needs` is jsonb, a list of lists of
   * ids: of each list a grant must cover one; null needs a grant on the whole studio. `people` are ids of actors to whom it is
   * open whatever they cover, and `operation` is null, or names an operation that one must be permitted to see it.
   * `owner_id` is the person who answers for it, or null.
   */
  row: RowOf
  /** One of them, for examples of what can be done with subjects. */
  example?(factory: ExampleFactory): Promise<string>
}

/** What operations on subjects stand on. */
export interface SubjectMeans {
  kinds: readonly SubjectKind[]
  operations: OperationsOf
}

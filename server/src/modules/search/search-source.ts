import type { HitsOf } from './search-queries.ts'

/** One kind of thing that can be found. A module hands its sources to `system.ts`, as it does its operations. */
export interface SearchSource {
  /** In the singular, as the vocabulary has it: "business". */
  kind: string
  /** Who may read what it finds: `module.read`. */
  permission: string
  /** True where its own list needs a grant on the whole studio, as that of people does. */
  isOfWholeStudio?: boolean
  /**
   * Selects `id`, `title`, `detail` (what else tells it apart, or null) and `place`: 0 for the id itself, 1 where the title
   * begins so, 2 where the title has it, 3 where only the detail has.
   */
  hits: HitsOf
}

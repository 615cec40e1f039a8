import type { Id } from '#kernel/ids.ts'

/** One subject, as its kind tells of it. */
export interface Subject {
  id: string
  title: string
  business_id: Id<'business'> | null
  needs: string[][] | null
  people: string[]
  operation: string | null
  /** Who answers for it: a person's id. */
  owner_id: string | null
}

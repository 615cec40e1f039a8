import type { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import type { RuleStatement } from './exceptions-queries.ts'

interface Declared<F extends z.ZodObject> {
  /** `module.what-is-wrong`: its name in filters and addresses. */
  name: `${string}.${string}`
  /** What people call it: "Possible duplicate". */
  title: Said
  /** The rule itself in one sentence, so that nobody has to guess why something is on the list. */
  stated: Said
  /** Who may see what it selects from: `module.read`. */
  permission: string
  /**
   * Where a row leads to a screen of its own: to its subject, for whoever sees that as its kind says, or to what is read of it with a
   * permission. Without it a row leads nowhere.
   */
  opens?: 'subject' | { with: string }
  /** How much of a business's health, of 100, it takes where it finds something; 0, as without it, takes none. */
  points?: number
  /** What its statement tells of one, to be put into words. */
  facts: F
  /**
   * Selects `subject_id`, `other_id` (the second one of a pair, or null), `business_id` and `entity_id` (what it leads to;
   * either may be null), `since` (an instant, or null where nobody knows) and `facts` (jsonb). One row per exception.
   */
  rows: RuleStatement
  /** One sentence: what is wrong here, with the values, and what to do. */
  says(facts: z.output<F>): Said
}

/** A rule as this module knows it: its types are gone. */
export interface ExceptionRule {
  readonly name: string
  readonly title: Said
  readonly stated: Said
  readonly permission: string
  readonly opens: Declared<z.ZodObject>['opens']
  readonly points: number
  readonly rows: RuleStatement
  /** Throws where the statement did not tell what was declared. */
  says(facts: unknown): Said
}

/** States what must not be so. A module hands its rules to `system.ts`, as it does its operations. */
export function exceptionRule<F extends z.ZodObject>(declared: Declared<F>): ExceptionRule {
  const { name, title, stated, permission, opens, points = 0, rows } = declared
  return {
    name,
    title,
    stated,
    permission,
    opens,
    points,
    rows,
    says: (facts) => declared.says(declared.facts.parse(facts)),
  }
}

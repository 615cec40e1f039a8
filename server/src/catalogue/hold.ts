import type { Said } from '#kernel/languages.ts'
import { isRecord } from '#kernel/records.ts'
import { holdsByRoleAlone, type Access } from './access.ts'
import type { Operation, Prepared } from './operation.ts'

/** Why an invocation waits for a person. */
export interface Hold {
  because: 'rule' | 'drafts-only' | 'demanded'
  /** Why the operation itself asks for a second person, where it does. */
  reason?: Said
  /** Roles that the rules name: whoever may do it by one of these alone cannot accept it either. */
  roles: readonly string[]
  expiresAfterHours: number
}

/** Nobody's own sign-in waits for somebody else. */
const OWN_AFFAIRS = 'identity.use-own'
const DRAFT_EXPIRES_AFTER_HOURS = 72

/** Where several rules catch a write, each names who cannot accept it, and the shortest wait counts. */
export function holdOn(operation: Operation, access: Access): Hold | undefined {
  if (!canBeHeld(operation)) return undefined
  const { name, risk, permission, carriesOut } = operation
  const { isDraftsOnly, rules } = access.policy
  const caught = rules.filter(
    (rule) =>
      (rule.operation === name || rule.risk === risk || carriesOut.some((part) => part === rule.operation)) &&
      (rule.roleId === undefined || holdsByRoleAlone(access, permission, rule.roleId)),
  )
  if (!isDraftsOnly && caught.length === 0) return undefined
  const waits = caught.map(({ expiresAfterHours }) => expiresAfterHours)
  return {
    because: caught.length > 0 ? 'rule' : 'drafts-only',
    roles: [...new Set(caught.flatMap(({ roleId }) => roleId ?? []))],
    expiresAfterHours: Math.min(...waits, ...(isDraftsOnly ? [DRAFT_EXPIRES_AFTER_HOURS] : [])),
  }
}

/** Whether a rule can name it. */
export function canBeHeld({ effect, scope, permission, isNeverHeld }: Operation): boolean {
  return effect !== 'read' && scope !== 'public' && permission !== OWN_AFFAIRS && !isNeverHeld
}

const OF_THE_PORTFOLIO = /^(ent|cat|biz)_[0-7][0-9a-hjkmnp-tv-z]{25}$/

/**
 * The entities, categories and businesses that an invocation is about: who looks at it must cover them. A category that
 * stands beside an entity or a business says where it is put, not whose it is.
 */
export function touchedIds({ scope }: Operation, { ids, value }: Prepared): string[] {
  if (scope !== 'covered') return [...new Set(ids)]
  const named = [...new Set(textsIn(value))].filter((text) => OF_THE_PORTFOLIO.test(text))
  const owned = named.filter((id) => !id.startsWith('cat_'))
  return owned.length > 0 ? owned : named
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : []
}

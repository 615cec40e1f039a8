import { coverageOf, coverageSetting, type Access, type Coverage } from '#server/catalogue/access.ts'

/** A part of what somebody may read: what lies under one coverage, and the permissions that cover no less. */
export interface OpenPart {
  coverage: string
  permissions: string[]
}

/**
 * Notifications are about things that are read with different permissions, each with a coverage of its own. One part where all
 * rights are on the same, which is the usual case; and one where nothing is held, for what is one's own is open all the same.
 */
export function openParts(access: Pick<Access, 'grants'>, permissions: readonly string[]): OpenPart[] {
  const held = permissions.flatMap((permission) => {
    const coverage = coverageOf(access, permission)
    return coverage ? [{ permission, coverage }] : []
  })
  const coverages = new Map(held.map(({ coverage }) => [coverageSetting(coverage), coverage]))
  const parts = [...coverages].map(([setting, coverage]) => ({
    coverage: setting,
    permissions: held
      .filter((one) => coversNoLess(one.coverage, coverage))
      .map(({ permission }) => permission),
  }))
  return parts.length > 0 ? parts : [{ coverage: '', permissions: [] }]
}

function coversNoLess(one: Coverage, other: Coverage): boolean {
  if (one.isWhole) return true
  return !other.isWhole && other.ids.every((id) => one.ids.includes(id))
}

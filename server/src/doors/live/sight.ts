import { coverageOf, coverageSetting, type Access } from '#server/catalogue/access.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'

/**
 * What somebody sees of a studio's events: those of certain permissions, each within what it covers. Whoever has the
 * same sight shares one reading and one serialisation.
 */
export interface Sight {
  key: string
  /** One where all rights are on the whole studio, which is the usual case. */
  parts: readonly SightPart[]
}

export interface SightPart {
  /** As row-level security is told it. */
  coverage: string
  permissions: readonly string[]
}

/** All permissions with which events are seen. */
export function permissionsOfEvents({ operations }: Catalogue): string[] {
  return [...new Set(operations.map(({ seenWith }) => seenWith))].sort()
}

export function sightOf(access: Access, permissions: readonly string[]): Sight {
  const byCoverage = new Map<string, string[]>()
  for (const permission of permissions) {
    const coverage = coverageOf(access, permission)
    if (!coverage) continue
    const setting = coverageSetting(coverage)
    byCoverage.set(setting, [...(byCoverage.get(setting) ?? []), permission])
  }
  const parts = [...byCoverage].map(([coverage, held]) => ({ coverage, permissions: held }))
  return { key: JSON.stringify(parts), parts }
}

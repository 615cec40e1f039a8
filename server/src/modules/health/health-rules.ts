import { present } from '#kernel/assert.ts'
import type { Access } from '#server/catalogue/access.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'
import type { ExceptionRule } from '#server/modules/exceptions/index.ts'

/** The rules that take points, of exceptions and of signs: handed in by `all-modules.ts`, which alone knows every module. */
export interface HealthRules {
  readonly all: readonly ExceptionRule[]
  /** Those whose findings the caller may see under this permission. */
  openTo(access: Access | undefined, permission: string): ExceptionRule[]
}

export function healthRules(rules: readonly ExceptionRule[]): HealthRules {
  const all = rules.filter(({ points }) => points > 0)
  return {
    all,
    openTo: (access, permission) =>
      withinCoverage(permission, all, present(access, 'health is that of a studio’s business')),
  }
}

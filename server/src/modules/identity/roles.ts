import { z } from 'zod'
import { OWNERS_PERMISSION } from '#server/catalogue/permissions.ts'

/**
 * The roles that every studio has; patterns as in catalogue/permissions.ts. A studio adds its own beside them. An operator
 * claims values of KPIs, and has no `kpis.write-measured`: what was measured is for a source to say.
 */
export const ROLE_PERMISSIONS = {
  owner: ['*', OWNERS_PERMISSION],
  admin: ['*'],
  finance: [
    '*.read',
    'ledger.*',
    'group.*',
    'approvals.decide',
    'comments.write',
    'attachments.write',
    'identity.use-own',
  ],
  operator: [
    '*.read',
    'entities.*',
    'businesses.*',
    'kpis.write',
    'runs.*',
    'views.share',
    'comments.write',
    'attachments.write',
    'identity.use-own',
    'views.use',
  ],
  analyst: ['*.read', 'identity.use-own'],
  auditor: ['*.read', 'identity.read-people', 'audit.read-lines', 'identity.use-own'],
} as const satisfies Record<string, readonly string[]>

export const Role = z.enum(['owner', 'admin', 'finance', 'operator', 'analyst', 'auditor'])
export type Role = z.output<typeof Role>

/** Roles that may grant rights to others; a refusal names their holders. */
export const GRANTING_ROLES: readonly Role[] = ['owner', 'admin']

/** What is left to somebody whose second factor is still to be set up. */
export const OWN_AFFAIRS: readonly string[] = ['identity.use-own']

import type { IconName } from '../design/icon.tsx'

interface Room {
  key: string
  path: string
  icon: IconName
  chord: string
  /** Without it the room is a closed door, and no way leads there. */
  needs?: string
}

/** The rooms that exist. One that is not built yet has no entry. */
export const ROOMS = [
  { key: 'home', path: '/', icon: 'home', chord: 'h' },
  { key: 'inbox', path: '/inbox', icon: 'bell', chord: 'i' },
  { key: 'businesses', path: '/businesses', icon: 'businesses', chord: 'b' },
  { key: 'ventures', path: '/ventures', icon: 'ventures', chord: 'v' },
  { key: 'analytics', path: '/business-analytics', icon: 'analytics', chord: 'n' },
  { key: 'banking', path: '/banking', icon: 'banking', chord: 'k', needs: 'ledger.read' },
  { key: 'finance', path: '/financial-analytics', icon: 'finance', chord: 'f', needs: 'ledger.read' },
  { key: 'exceptions', path: '/exceptions', icon: 'warning', chord: 'x' },
  { key: 'approvals', path: '/approvals', icon: 'approvals', chord: 'a' },
  { key: 'runs', path: '/runs', icon: 'runs', chord: 'u' },
  { key: 'health', path: '/health', icon: 'health', chord: 'e' },
  { key: 'reference', path: '/reference', icon: 'reference', chord: 'r' },
  { key: 'settings', path: '/settings', icon: 'settings', chord: 's' },
] as const satisfies readonly Room[]

export function isInRoom(path: string, pathname: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
}

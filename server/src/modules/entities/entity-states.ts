import { z } from 'zod'

/** Where an entity can go from each status. One that was struck off can be put back on its register. */
export const STATUS_TRANSITIONS = {
  active: ['dormant', 'dissolved'],
  dormant: ['active', 'dissolved'],
  dissolved: ['active'],
} as const

export type EntityStatus = keyof typeof STATUS_TRANSITIONS

export const EntityStatus = z
  .enum(['active', 'dormant', 'dissolved'])
  .describe('Whether it does business, rests, or has ended.')

export function canBecome(from: EntityStatus, to: EntityStatus): boolean {
  const next: readonly EntityStatus[] = STATUS_TRANSITIONS[from]
  return from === to || next.includes(to)
}

import type { EdgeLoader } from './edge-loader.ts'

/** What resolvers are given: the caller's own way through `invoke()`, and nothing else. */
export interface DoorContext {
  run(operation: string, input: Record<string, unknown>, sending?: Sending): Promise<Record<string, unknown>>
  edges: EdgeLoader
  /** Response keys of the fields whose idempotency key was already answered. */
  replayed: string[]
}

export interface Sending {
  /** The response key of the field. */
  path: string
  isWrite: boolean
  idempotencyKey: string | undefined
  isDryRun: boolean
}

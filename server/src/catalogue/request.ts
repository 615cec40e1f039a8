import type { Language } from '#kernel/languages.ts'
import type { Id } from '#kernel/ids.ts'
import type { Access, Credential } from './access.ts'

/** One thing that somebody asks for, as a door hands it in. */
export interface Request {
  operation: string
  input: unknown
  credential: Credential
  door: 'rest' | 'graphql' | 'mcp' | 'cli' | 'run' | 'system' | 'test'
  requestId: string
  /** In which the answer tells its sentences; English where nobody says. Problems speak all of them. */
  language?: Language | undefined
  idempotencyKey?: string | undefined
  /** Does everything and rolls it back: what would happen. */
  isDryRun?: boolean
  /** Set by the run that carries out what was accepted, and by no door: which approval lets it through. */
  approvalId?: Id<'approval'>
  /** Told who asks as soon as it is known, also where it is then refused: for counts and the log. */
  onAccess?(access: Access): void
}

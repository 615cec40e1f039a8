/** An event of the studio, as kinds of notifications look at it. */
export interface FollowedEvent {
  id: string
  type: string
  subject_id: string
  at: string
  after: Record<string, unknown>
  actor_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
  actor_id: string
  /** For a run: who asked for it. */
  on_behalf_of: string | null
}

import { sql, type RawBuilder } from 'kysely'
import type { Stage } from './business-states.ts'
import type { Standing } from './standing.ts'

const LIVE: readonly Stage[] = ['launched', 'growing']
const ENDED: readonly Stage[] = ['spun-out', 'exited', 'closed']

export function isOfStanding(standing: Standing): RawBuilder<boolean> {
  const stages = sql.lit(`{${(standing === 'live' ? LIVE : ENDED).join()}}`)
  const isAmong = sql<boolean>`business.stage = any (${stages}::text[])`
  return standing === 'alive' ? sql<boolean>`not ${isAmong}` : isAmong
}

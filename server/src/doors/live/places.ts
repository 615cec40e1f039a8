import type { Access } from '#server/catalogue/access.ts'
import { serverFull, tooManyStreams } from './problems.ts'

/** A browser has one per port that it looks at; software seldom needs a second. */
const STREAMS_PER_CREDENTIAL_MAX = 32
const STREAMS_MAX = 20_000

/** How many streams may be open, in all and by one session or key. */
export function createPlaces() {
  const taken = new Map<string, number>()
  let count = 0
  return {
    /** Returns how to give the place back. Throws `live.too-many-streams` or `live.server-full`. */
    take(access: Access): () => void {
      const name = nameOf(access)
      const own = taken.get(name) ?? 0
      if (count >= STREAMS_MAX) throw serverFull(STREAMS_MAX)
      if (own >= STREAMS_PER_CREDENTIAL_MAX) throw tooManyStreams(STREAMS_PER_CREDENTIAL_MAX)
      taken.set(name, own + 1)
      count++
      return () => {
        const left = (taken.get(name) ?? 1) - 1
        if (left > 0) taken.set(name, left)
        else taken.delete(name)
        count--
      }
    },
  }
}

/** A session keeps its name while its tokens are renewed. */
function nameOf({ sessionId, actor }: Access): string {
  return sessionId ?? actor.id
}

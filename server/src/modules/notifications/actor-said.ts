import { sameInAll, type Said } from '#kernel/languages.ts'

const SOMEBODY: Said = { en: 'Somebody', de: 'Jemand' }

/** Who did it. The name of a run is what it does, and no name of anybody; of some nobody knows a name any more. */
export function actorSaid(kind: string, name: string | undefined): Said {
  if (name === undefined) return SOMEBODY
  if (kind === 'run') return { en: `The run “${name}”`, de: `Der Lauf „${name}“` }
  return sameInAll(name)
}

import type { Database } from '#server/database/database.ts'

/** What a process waits for before it can answer; empty when it is ready. */
export interface Readiness {
  waitsFor: { name: 'database' | 'migrations' | 'closing'; sentence: string }[]
  /** What goes on meanwhile, and keeps nobody from being served. */
  word?: string
}

const PATIENCE_MS = 2_000
const LAST_MIGRATION = 'select max(version) as version from schema_migration'

/** Balancers and orchestrators send work only where this answers that nothing is waited for. */
export function createReadiness(given: {
  database: Database
  /** The newest migration that this program knows. */
  migration: number
  isClosing(): boolean
  /** Asked once it is ready; where it fails there is nothing to tell. */
  word?(): Promise<string | undefined>
}): () => Promise<Readiness> {
  const { database, migration, isClosing, word } = given
  return async () => {
    if (isClosing()) {
      return { waitsFor: [{ name: 'closing', sentence: 'This process is ending and takes nothing new.' }] }
    }
    const found = await inTime(lastMigration(database))
    if (found === undefined) {
      return {
        waitsFor: [{ name: 'database', sentence: 'The database does not answer; it is asked again.' }],
      }
    }
    if (found === migration) {
      const told = word && (await inTime(word()))
      return { waitsFor: [], ...(told !== undefined && { word: told }) }
    }
    const sentence = `The database is at migration ${found}, and this program is made for ${migration}.`
    return { waitsFor: [{ name: 'migrations', sentence }] }
  }
}

async function lastMigration(database: Database): Promise<number> {
  const [row] = await database.read({}, (tx) => tx.prepared<{ version: number | null }>(LAST_MIGRATION, []))
  return row?.version ?? 0
}

/** Undefined where it failed or took too long: a probe has its own patience, and it is short. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  return Promise.race([work.catch(() => undefined), late]).finally(() => clearTimeout(timer))
}

import pg from 'pg'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
} from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { present } from '#kernel/assert.ts'
import { ANNOUNCE, createAnnouncer, type Channel } from './signals.ts'
import type { Tables } from './tables.ts'

/** Builds queries and never runs one: a query runs in a transaction, which names its studio. */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** What row-level security is told at the beginning of a transaction. */
export interface Entrance {
  studioId?: Id<'studio'> | undefined
  personId?: Id<'person'> | undefined
  /** `*`, or the ids that the permission covers as a PostgreSQL array; empty covers no business and no entity. */
  coverage?: string | undefined
  /** An e-mail address, or the SHA-256 of a token, by which its own row becomes visible before the actor is known. */
  presented?: string | undefined
  /** True for the worker, which leases runs of every studio. */
  isWorker?: boolean
}

export interface Transaction {
  rows<R>(statement: Compilable<R>): Promise<R[]>
  /** The only row, or undefined. */
  find<R>(statement: Compilable<R>): Promise<R | undefined>
  /** Plain SQL with values, prepared once per connection: for the few statements on every request's way. */
  prepared<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<R[]>
  /** Names another studio or person from here on: founding and signing in learn them half-way. */
  enter(entrance: Entrance): Promise<void>
  /** Sent now and waited for at the end: the database works on it while the program goes on. Its own error is told, whatever fails after it. */
  meanwhile(send: () => Promise<unknown>): void
  /**
   * Sent when all else is done, in one piece with the commit: for statements that lock what many write to, so that nobody waits
   * for more than those and the commit. Nothing in this transaction sees what they write.
   */
  last(send: () => Promise<unknown>): void
  /** Tells every process, once this transaction has committed; nothing is told of one that was rolled back. */
  announce(channel: Channel, studioId: Id<'studio'>): void
}

export interface Database {
  /** Commits when `work` is done, and answers after the commit; rolls back when it throws. */
  write<T>(entrance: Entrance, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** For reads, and for dry runs: answers when `work` is done, and rolls back behind the answer. */
  read<T>(entrance: Entrance, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Of the pool, at this moment. */
  connections(): { inUse: number; idle: number; waiting: number }
  close(): Promise<void>
}

const ENTER = `select set_config('iza.studio', $1, true), set_config('iza.person', $2, true),
  set_config('iza.coverage', $3, true), set_config('iza.presented', $4, true), set_config('iza.work', $5, true)`
/** One bound for a statement, below every door's own timeout: a forgotten index fails a request, not the process. */
const STATEMENT_TIMEOUT_MS = 20_000
const CONNECTION_TIMEOUT_MS = 10_000

export function openDatabase(config: pg.ClientConfig, connectionsMax: number): Database {
  const pool = new pg.Pool({
    ...config,
    max: connectionsMax,
    // Statements go out without waiting for the answer to the one before: begin, the entrance and the first query
    // share one round trip (0.70 of a bare SELECT's throughput; 0.51-0.56 one by one).
    pipeline: true,
    types: { getTypeParser: parserFor },
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    application_name: 'iza-os',
  })
  const announcer = createAnnouncer((channels, payloads) => pool.query(ANNOUNCE, [channels, payloads]))
  // The pool hears an idle connection only. One that is cut in the middle of a transaction fails the statement that it is
  // at, which is told to whoever waits for it; without an ear of its own it would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {}) // an idle connection that the server closed; the pool has already dropped it

  async function inTransaction<T>(
    entrance: Entrance,
    work: (tx: Transaction) => Promise<T>,
    end: 'commit' | 'rollback',
  ): Promise<T> {
    const client = await pool.connect()
    const tx = transactionOn(client)
    const begun = Promise.all([client.query('begin'), tx.enter(entrance)])
    begun.catch(() => {}) // awaited below; without this a failure here would be told twice
    try {
      const result = await work(tx)
      await begun
      const last = tx.lastOnes.map((send) => send())
      if (end === 'commit') {
        await Promise.all([...tx.sent, ...last, client.query('commit')])
        client.release()
        announcer.announce(tx.announced)
      } else {
        await Promise.all([...tx.sent, ...last])
        release(client, client.query('rollback'))
      }
      return result
    } catch (error) {
      release(client, client.query('rollback'))
      // After a statement that failed all others do, and say nothing of why.
      const failed = (await Promise.allSettled(tx.sent)).find((one) => one.status === 'rejected')
      throw failed ? failed.reason : error
    }
  }

  return {
    write: (entrance, work) => inTransaction(entrance, work, 'commit'),
    read: (entrance, work) => inTransaction(entrance, work, 'rollback'),
    connections: () => ({
      inUse: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      await announcer.close()
      await pool.end()
    },
  }
}

/** Gives the connection back when its last statement is answered, or destroys it when that failed. */
function release(client: pg.PoolClient, last: Promise<unknown>): void {
  last.then(
    () => client.release(),
    (error: Error) => client.release(error),
  )
}

interface Begun extends Transaction {
  announced: Set<string>
  sent: Promise<unknown>[]
  lastOnes: (() => Promise<unknown>)[]
}

function transactionOn(client: pg.PoolClient): Begun {
  const announced = new Set<string>()
  const sent: Begun['sent'] = []
  const lastOnes: Begun['lastOnes'] = []
  async function prepared<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<R[]> {
    const result = await client.query<R>({ name: statementName(text), text, values })
    return result.rows
  }
  async function rows<R>(statement: Compilable<R>): Promise<R[]> {
    const { sql, parameters } = statement.compile()
    const result = await client.query<R & pg.QueryResultRow>({
      name: statementName(sql),
      text: sql,
      values: [...parameters],
    })
    return result.rows
  }
  return {
    prepared,
    rows,
    find: async (statement) => (await rows(statement))[0],
    enter: async ({ studioId = '', personId = '', coverage = '', presented = '', isWorker }) => {
      await prepared(ENTER, [studioId, personId, coverage, presented, isWorker ? 'on' : ''])
    },
    meanwhile(send) {
      const one = send()
      one.catch(() => {}) // waited for at the end
      sent.push(one)
    },
    last: (send) => void lastOnes.push(send),
    announce: (channel, studioId) => void announced.add(`${channel} ${studioId}`),
    announced,
    sent,
    lastOnes,
  }
}

/** Each connection keeps its prepared statements for good: past this many texts, further ones go unprepared. */
const STATEMENT_NAMES_MAX = 1000
const statementNames = new Map<string, string>()

function statementName(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known || statementNames.size >= STATEMENT_NAMES_MAX) return known
  const name = `s${statementNames.size}`
  statementNames.set(text, name)
  return name
}

/** Values as they stand on the wire: bigint for int8, ISO 8601 in UTC for instants, text for dates and numerics. */
function parserFor(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (format !== 'binary') {
    if (oid === pg.types.builtins.INT8) return (value) => BigInt(value)
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (value) => new Date(value).toISOString()
    if (oid === pg.types.builtins.DATE) return (value) => value
  }
  return present(pg.types.getTypeParser(oid, 'text'), `no parser for type ${oid}`)
}

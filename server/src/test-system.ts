import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '#kernel/problem.ts'
import { atEnd } from './database/at-end.ts'
import type { Invoke } from './catalogue/invoke.ts'
import type { Database } from './database/database.ts'
import { testDatabase, type TestDatabase } from './database/test-database.ts'
import { newSigningKey } from './modules/audit/index.ts'
import { newToken, tokenHash } from './modules/identity/index.ts'
import { meansFrom } from './module-means.ts'
import { createWay, openSystem, type ServingSystem, type SystemSettings } from './system.ts'

export const OWNER = {
  studioName: 'Analytical Engines',
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct horse battery',
}
/** Where the page of a test stands, unless it says otherwise. */
export const SITE = { host: 'localhost', origins: ['http://localhost:3000'] }
export const SETUP_CODE = 'ABCDE-23456'
export const SECRETS = {
  setupCode: SETUP_CODE,
  // The shortest form of a demonstration: two years of its books are no other books, and many times the time.
  demoMonths: 0,
  tokensSecret: 'tokens of tests',
  vaultSecret: 'vault of tests',
  auditSecret: newSigningKey(),
  auditDir: mkdtempSync(join(tmpdir(), 'iza-audit-')),
  filesDir: mkdtempSync(join(tmpdir(), 'iza-files-')),
  mail: {
    smtpUrl: undefined,
    from: 'IZA OS <iza@example.com>',
    dir: mkdtempSync(join(tmpdir(), 'iza-mail-')),
  },
}
atEnd(async () => {
  for (const dir of [SECRETS.auditDir, SECRETS.filesDir, SECRETS.mail.dir])
    rmSync(dir, { recursive: true, force: true })
})
export const TEST_MEANS = meansFrom(SECRETS)

/** The whole way through, without ports: an `invoke()` on a database of its own, with a key that acts as its machine. */
export async function testWay() {
  const database = await testDatabase()
  const machineKey = newToken('machine')
  const { catalogue, invoke, invokeApproved } = createWay(database.app, {
    machineKeyHash: tokenHash(machineKey),
    ...SECRETS,
  })
  return { database, catalogue, invoke, invokeApproved, machineKey, call: caller(invoke) }
}

/** Invokes as whoever holds the token, from this machine; returns the output. */
export function caller(invoke: Invoke) {
  return async (operation: string, input: unknown, token?: string): Promise<Record<string, unknown>> => {
    const credential = { token, isLocal: true, site: SITE }
    return (await invoke({ operation, input, credential, door: 'test', requestId: randomUUID() })).output
  }
}

export interface TestSystem extends TestPorts {
  database: TestDatabase
  machineKey: string
  /** What the system was opened with: for a second way into the same database. */
  settings: Parameters<typeof createWay>[1]
  /** A second serving process, as it were, on the same database. */
  openAnother(): Promise<TestPorts>
}

interface TestPorts {
  /** Where Home answers: `http://localhost:<port>`. */
  url: string
  portOffset: number
  system: ServingSystem
}

/** A serving process on free ports and a database of its own. `isFounded` founds the studio of OWNER first; runs wait unless it `worksRuns`. */
export async function testSystem(given: {
  isFounded: boolean
  worksRuns?: boolean
  /** Becomes a demonstration, where it is not founded. */
  isDemo?: boolean
  /** How many full months its books tell; none where it is not named. */
  demoMonths?: number
  logFile?: string
  traces?: SystemSettings['traces']
}): Promise<TestSystem> {
  const { isFounded, worksRuns = false, isDemo = false, demoMonths = SECRETS.demoMonths, logFile } = given
  const database = await testDatabase()
  const machineKey = newToken('machine')
  const settings = {
    app: database.configFor('app'),
    bind: '127.0.0.1',
    publicHosts: [],
    requestsPerSecond: 0,
    traces: given.traces,
    logFile,
    home: SECRETS.auditDir,
    processNumber: 0,
    worksRuns,
    isDemo,
    machineKeyHash: tokenHash(machineKey),
    ...SECRETS,
    demoMonths,
  }
  if (isFounded) await found(database.app, settings)
  const openAnother = () => onFreePorts(settings)
  return { ...(await openAnother()), database, machineKey, settings, openAnother }
}

async function onFreePorts(settings: Omit<SystemSettings, 'portOffset'>): Promise<TestPorts> {
  for (let attempt = 0; attempt < 20; attempt++) {
    // Below 32768, where the ports of outgoing connections begin: a bench of another checkout may hold thousands of them.
    // What is above 29000 is for `main.test.ts`, whose ports are free again between two starts.
    const portOffset = 10_000 + randomInt(136) * 100
    const taken: string[] = []
    const system = await openSystem({ ...settings, portOffset }, (line) => void taken.push(line)).catch(
      unlessTaken,
    )
    if (system && taken.length === 0) {
      let closing: Promise<void> | undefined
      const close = () => (closing ??= system.close())
      atEnd(close)
      return { url: `http://localhost:${3000 + portOffset}`, portOffset, system: { ...system, close } }
    }
    await system?.close()
  }
  throw new Error('no free ports were found for a test')
}

/** Every port was another test's: the next offset may be free. */
function unlessTaken(error: unknown): undefined {
  if (!(error instanceof Problem) || error.code !== 'start.no-port-open') throw error
}

async function found(database: Database, settings: Parameters<typeof createWay>[1]): Promise<void> {
  await caller(createWay(database, settings).invoke)('identity.found-studio', OWNER)
}

import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { problem } from '#kernel/problem.ts'
import { createCatalogue, type Catalogue } from './catalogue/catalogue.ts'
import { createInvokeApproved, type InvokeApproved } from './catalogue/invoke-approved.ts'
import { createInvoke, type Invoke } from './catalogue/invoke.ts'
import { createReachOf, type ReachOf } from './catalogue/reach.ts'
import { openDatabase, type Database } from './database/database.ts'
import { openSignals } from './database/signals.ts'
import { addGraphqlDoor } from './doors/graphql/graphql-door.ts'
import { createHttpApp, openPorts } from './doors/http-server.ts'
import { addLiveDoor } from './doors/live/live-door.ts'
import { addMcpDoor } from './doors/mcp/mcp-door.ts'
import { PORTS } from './doors/ports.ts'
import { limitedInvoke } from './doors/rate-limit.ts'
import { addRestDoor } from './doors/rest/rest-door.ts'
import { approvalsOperations, carryOut } from './modules/approvals/index.ts'
import { auditOperations, createHeadSigner, sealLines, type AuditMeans } from './modules/audit/index.ts'
import { businessesOperations, businessesPrograms } from './modules/businesses/index.ts'
import {
  createAuthenticator,
  createSessionTokens,
  identityOperations,
  type IdentityMeans,
} from './modules/identity/index.ts'
import { runsOperations } from './modules/runs/index.ts'
import type { Program } from './runs/program.ts'
import { startWorker, type Worker } from './runs/worker.ts'
import { createVault, fileKeyWrapper, type Vault } from './secrets/vault.ts'

const WEB_DIR = fileURLToPath(new URL('../../web/dist', import.meta.url))
const CONNECTIONS_MAX = 20

const noPortOpen = problem(
  'unavailable',
  'start.no-port-open',
  () =>
    'None of the ports could be opened, so there is no way in. Set IZA_PORT_OFFSET (for example to 100) and start again.',
)

/** All that a serving process needs to know; plain data, for it also travels to workers. */
export interface SystemSettings {
  app: pg.ClientConfig
  bind: string
  portOffset: number
  publicHosts: string[]
  /** What one person or key may ask for; 0 is no limit. */
  requestsPerSecond: number
  logFile: string | undefined
  /** Whether this process works runs as well as it serves. */
  worksRuns: boolean
  /** SHA-256 of the key that acts as this machine. */
  machineKeyHash: string
  setupCode: string
  /** Signs and derives the tokens of sessions; from a file of the home. */
  tokensSecret: string
  /** Wraps the keys of secrets at rest; from a file of the home. */
  vaultSecret: string
  /** Signs what of the audit was sealed; from a file of the home. */
  auditSecret: string
  /** Where the files of signed heads lie: in the home, outside the database. */
  auditDir: string
}

export interface System {
  /** Ports that did open, with the offset. */
  ports: number[]
  isFounded: boolean
  close(): Promise<void>
}

export interface ServingSystem extends System {
  /** Live streams that are open in this process. */
  liveStreams(): number
}

/** Every operation that there is. The catalogue imports no module: it is handed theirs here. */
export function allOperations(means: ModuleMeans): Catalogue {
  const catalogue: Catalogue = createCatalogue([
    ...identityOperations(means),
    ...approvalsOperations(() => catalogue.operations),
    ...auditOperations(means.audit),
    ...businessesOperations,
    ...runsOperations,
  ])
  return catalogue
}

/** Every program that runs can follow. */
export function allPrograms({ audit }: ModuleMeans): Program[] {
  return [carryOut, sealLines(audit), ...businessesPrograms]
}

/** The catalogue as it is declared, for documents and tests: it is not meant to be invoked. */
export function declaredCatalogue(): Catalogue {
  return allOperations(
    meansFrom({ setupCode: '', tokensSecret: '', vaultSecret: '', auditSecret: '', auditDir: '' }),
  )
}

type Secrets = Pick<SystemSettings, 'setupCode' | 'tokensSecret' | 'vaultSecret' | 'auditSecret' | 'auditDir'>

/** What modules stand on, beside the database. */
type ModuleMeans = IdentityMeans & { vault: Vault; audit: AuditMeans }

export function meansFrom({
  setupCode,
  tokensSecret,
  vaultSecret,
  auditSecret,
  auditDir,
}: Secrets): ModuleMeans {
  return {
    setupCode,
    tokens: createSessionTokens(tokensSecret),
    vault: createVault(fileKeyWrapper(vaultSecret)),
    audit: { signer: createHeadSigner(auditSecret, auditDir), headsDir: auditDir },
  }
}

export function createWay(
  database: Database,
  settings: Secrets & { machineKeyHash: string },
): {
  catalogue: Catalogue
  invoke: Invoke
  invokeApproved: InvokeApproved
  reachOf: ReachOf
  programs: Program[]
} {
  const means = meansFrom(settings)
  const { vault } = means
  const catalogue = allOperations(means)
  const { machineKeyHash } = settings
  const authenticator = createAuthenticator(database, { machineKeyHash, tokens: means.tokens })
  const invoke = createInvoke({ catalogue, database, authenticator, vault })
  return {
    catalogue,
    invoke,
    invokeApproved: createInvokeApproved({ database, vault, invoke }),
    reachOf: createReachOf({ database, authenticator }),
    programs: allPrograms(means),
  }
}

/** One serving process: its connections, the catalogue, the doors. */
export async function openSystem(
  settings: SystemSettings,
  say: (line: string) => void,
): Promise<ServingSystem> {
  const database = openDatabase(settings.app, CONNECTIONS_MAX)
  const signals = openSignals(settings.app)
  const { catalogue, invoke, invokeApproved, reachOf, programs } = createWay(database, settings)
  const ports = new Set<number>()
  const app = await createHttpApp({
    webDir: WEB_DIR,
    logFile: settings.logFile,
    isReady: () => database.read({}, async () => true),
  })
  const doors = {
    catalogue,
    invoke: limitedInvoke({ catalogue, invoke, perSecond: settings.requestsPerSecond }),
    names: { ports, publicHosts: settings.publicHosts },
  }
  addRestDoor(app, { ...doors, reachOf })
  await addGraphqlDoor(app, doors)
  addMcpDoor(app, { ...doors, reachOf })
  const perSecond = settings.requestsPerSecond
  const live = addLiveDoor(app, { ...doors, database, signals, reachOf, perSecond })
  const { open, close: closePorts } = await openPorts(app, {
    ports: PORTS,
    offset: settings.portOffset,
    bind: settings.bind,
    say,
  })
  let worker: Worker | undefined
  async function close(): Promise<void> {
    await live.close()
    await Promise.all([closePorts(), worker?.close()])
    await signals.close()
    await database.close()
  }
  for (const { at } of open) ports.add(at)
  if (open.length === 0) {
    await close()
    throw noPortOpen()
  }
  const { output } = await invoke({
    operation: 'identity.get-front-door',
    input: {},
    credential: { token: undefined, isLocal: true },
    door: 'system',
    requestId: 'start',
  })
  const log = (error: unknown, runId: string) => app.log.error({ err: error, runId })
  if (settings.worksRuns) worker = startWorker({ database, signals, invoke, invokeApproved, programs, log })
  return {
    ports: [...ports],
    isFounded: output['isFounded'] === true,
    liveStreams: () => live.count(),
    close,
  }
}

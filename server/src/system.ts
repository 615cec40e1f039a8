import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { problem } from '#kernel/problem.ts'
import { allOperations, allPrograms, notificationsMeans } from './all-modules.ts'
import { meansFrom, type Secrets } from './module-means.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import { createInvokeApproved, type InvokeApproved } from './catalogue/invoke-approved.ts'
import { createInvoke, type Invoke } from './catalogue/invoke.ts'
import { createReachOf, type ReachOf } from './catalogue/reach.ts'
import { openDatabase, type Database } from './database/database.ts'
import { lastMigration } from './database/migrate.ts'
import { openSignals, type Signals } from './database/signals.ts'
import { addFilesDoor, type FilesWay } from './doors/files/files-door.ts'
import { addGraphqlDoor } from './doors/graphql/graphql-door.ts'
import { createHttpApp, openPorts } from './doors/http-server.ts'
import { addLiveDoor } from './doors/live/live-door.ts'
import type { LiveStreams } from './doors/live/live-streams.ts'
import type { Inboxes } from './doors/live/tell-inboxes.ts'
import { addMetricsDoor } from './doors/machines/metrics-door.ts'
import { createReadiness } from './doors/machines/readiness.ts'
import { logInvocation } from './doors/log/log-invocation.ts'
import { addMcpDoor } from './doors/mcp/mcp-door.ts'
import { observedInvoke, type Invoked } from './doors/observed-invoke.ts'
import { PORTS } from './doors/ports.ts'
import { limitedInvoke } from './doors/rate-limit.ts'
import { addRestDoor } from './doors/rest/rest-door.ts'
import { openFile, stageUpload } from './modules/attachments/index.ts'
import { createFillingWord } from './modules/demo/index.ts'
import { createAuthenticator } from './modules/identity/index.ts'
import { readInboxes, type NotificationsMeans } from './modules/notifications/index.ts'
import type { MonitoringMeans } from './modules/monitoring/index.ts'
import type { Program } from './runs/program.ts'
import type { Worker } from './runs/worker.ts'
import type { TraceTarget } from './traces/otlp-exporter.ts'
import { openTracing, type Tracing } from './traces/tracing.ts'
import { studioAtStart } from './studio-at-start.ts'
import { databaseLook, diskLook, portsLook, signalsLook, workerLook } from './vitals/part-looks.ts'
import type { Gather } from './vitals/process-report.ts'
import { createServerFigures } from './vitals/server-figures.ts'
import { createVitals, type Vitals } from './vitals/vitals.ts'
import { workRuns } from './work-runs.ts'

const WEB_DIR = fileURLToPath(new URL('../../web/dist', import.meta.url))
const CONNECTIONS_MAX = 20

const noPortOpen = problem(
  'unavailable',
  'start.no-port-open',
  () =>
    'None of the ports could be opened, so there is no way in. Set IZA_PORT_OFFSET (for example to 100) and start again.',
)

/** All that a serving process needs to know; plain data, for it also travels to workers. */
export interface SystemSettings extends Secrets {
  app: pg.ClientConfig
  bind: string
  portOffset: number
  publicHosts: string[]
  /** What one person or key may ask for; 0 is no limit. */
  requestsPerSecond: number
  /** Undefined: nothing is traced, and nothing leaves this machine. */
  traces: TraceTarget | undefined
  logFile: string | undefined
  /** The folder of keys, logs and heads; undefined where there is none to look after. */
  home: string | undefined
  /** 0, or its place among several processes. */
  processNumber: number
  /** Whether this process works runs as well as it serves. */
  worksRuns: boolean
  /** Whether an installation that is new becomes a demonstration. */
  isDemo: boolean
  /** SHA-256 of the key that acts as this machine. */
  machineKeyHash: string
}

export interface System {
  /** Ports that did open, with the offset. */
  ports: number[]
  isFounded: boolean
  /** True where the studio is a demonstration. */
  isDemo: boolean
  close(): Promise<void>
}

export interface ServingSystem extends System {
  /** Live streams that are open in this process. */
  liveStreams(): number
}

export function createWay(
  database: Database,
  settings: Secrets & { machineKeyHash: string },
  watch: { monitoring?: MonitoringMeans; observe?(invoked: Invoked): void; trace?: Tracing['invoke'] } = {},
): {
  catalogue: Catalogue
  /** As it is, for doors to put their limits around. */
  invoke: Invoke
  /** Observed, for the worker. */
  invokeFromRuns: Invoke
  invokeApproved: InvokeApproved
  reachOf: ReachOf
  programs: Program[]
  notifications: NotificationsMeans
  files: FilesWay
} {
  const means = meansFrom(settings, watch.monitoring)
  const { vault } = means
  const catalogue = allOperations(means)
  const { machineKeyHash } = settings
  const authenticator = createAuthenticator(database, { machineKeyHash, tokens: means.tokens })
  const { observe, trace } = watch
  const plain = createInvoke({ catalogue, database, authenticator, vault })
  const invoke = trace ? trace(plain) : plain
  const invokeFromRuns = observe ? observedInvoke({ catalogue, invoke, observe }) : invoke
  return {
    catalogue,
    invoke,
    invokeFromRuns,
    invokeApproved: createInvokeApproved({ database, vault, invoke: invokeFromRuns }),
    reachOf: createReachOf({ database, authenticator }),
    programs: allPrograms(means, () => catalogue.operations),
    notifications: notificationsMeans(means, () => catalogue.operations),
    files: {
      attach: 'attachments.attach-file',
      read: 'attachments.get-file',
      stage: (given) => stageUpload(means.files, given),
      open: (studioId, file) => openFile(means.files, studioId, file),
    },
  }
}

/** One serving process: its connections, the catalogue, the doors. `gatherAll` asks the other processes, where there are any. */
export async function openSystem(
  settings: SystemSettings,
  say: (line: string) => void,
  gatherAll?: (vitals: Vitals) => Gather,
): Promise<ServingSystem> {
  const vitals = createVitals(settings.processNumber)
  if (gatherAll) vitals.gatherFrom(gatherAll(vitals))
  const tracing = await openTracing(settings.traces, (message) => app.log.warn(message))
  const database = tracing.database(openDatabase(settings.app, CONNECTIONS_MAX))
  const signals = openSignals(settings.app)
  let isClosing = false
  const meanwhile = { isClosing: () => isClosing, word: createFillingWord(database) }
  const app = await createHttpApp({
    webDir: WEB_DIR,
    logFile: settings.logFile,
    readiness: createReadiness({ database, migration: lastMigration(), ...meanwhile }),
    onAnswer: vitals.responses.add,
  })
  const observe = (invoked: Invoked) => {
    vitals.invocations.add(invoked)
    logInvocation(app.log, invoked)
  }
  tracing.requests(app)
  const way = createWay(database, settings, { monitoring: vitals, observe, trace: tracing.invoke })
  const programs = tracing.programs(way.programs)
  const { invokeFromRuns, invokeApproved, notifications } = way
  const ports = new Set<number>()
  const live = await addDoors(app, { settings, ports, way, database, signals, vitals, observe })
  const opening = { ports: PORTS, offset: settings.portOffset, bind: settings.bind, say }
  const { open, refused, close: closePorts } = await openPorts(app, opening)
  let worker: Worker | undefined
  async function close(): Promise<void> {
    isClosing = true
    await live.close()
    await Promise.all([closePorts(), worker?.close(), vitals.close()])
    await signals.close()
    await database.close()
    await tracing.close()
  }
  for (const { at } of open) ports.add(at)
  if (open.length === 0) {
    await close()
    throw noPortOpen()
  }
  const studio = await studioAtStart(way.invoke, settings)
  const log = (error: unknown, runId: string) => app.log.error({ err: error, runId })
  const working = { database, signals, invoke: invokeFromRuns, invokeApproved, programs, notifications, log }
  if (settings.worksRuns) worker = workRuns(working)
  await vitals.watch({
    connections: database.connections,
    liveStreams: () => live.count(),
    looks: [
      databaseLook(database),
      signalsLook(signals),
      workerLook(worker?.state),
      diskLook(settings.home),
      portsLook({ open: open.length, refused: refused.map(({ at, room }) => `${at} (${room})`) }),
    ],
  })
  return {
    ports: [...ports],
    ...studio,
    liveStreams: () => live.count(),
    close,
  }
}

/** Every way in, each with the limit on what one caller may ask for. Answers the live streams. */
async function addDoors(
  app: FastifyInstance,
  given: {
    settings: SystemSettings
    ports: ReadonlySet<number>
    way: ReturnType<typeof createWay>
    database: Database
    signals: Signals
    vitals: Vitals
    observe(invoked: Invoked): void
  },
): Promise<LiveStreams> {
  const { settings, ports, way, database, signals, vitals, observe } = given
  const { catalogue, reachOf } = way
  const { requestsPerSecond: perSecond, publicHosts } = settings
  const names = { ports, publicHosts }
  const limited = limitedInvoke({ catalogue, invoke: way.invoke, perSecond })
  const doors = { catalogue, names, invoke: observedInvoke({ catalogue, invoke: limited, observe }) }
  addRestDoor(app, { ...doors, reachOf })
  addFilesDoor(app, { ...doors, reachOf, files: way.files })
  await addGraphqlDoor(app, doors)
  addMcpDoor(app, { ...doors, reachOf })
  addMetricsDoor(app, { vitals, serverFigures: createServerFigures(database), reachOf, names, perSecond })
  const inboxes: Inboxes = (studioId, personIds) => readInboxes(database, studioId, personIds)
  return addLiveDoor(app, { ...doors, database, signals, reachOf, perSecond, inboxes })
}

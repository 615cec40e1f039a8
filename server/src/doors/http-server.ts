import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { LogController, fastify, type FastifyInstance } from 'fastify'
import { problem } from '#kernel/problem.ts'
import { answerClientError } from './client-error.ts'
import { loggerOptions } from './log/logger-options.ts'
import type { Readiness } from './machines/readiness.ts'
import type { Port } from './ports.ts'
import { answerProblem } from './rest/problem-json.ts'

const BODY_BYTES_MAX = 1_000_000
const REQUEST_TIMEOUT_MS = 60_000

const noSuchPage = problem('not-found', 'door.no-such-path', (method: string, path: string) => ({
  en: `${method} ${path} leads nowhere. The operations are listed at /reference, and as OpenAPI at /api/v1/openapi.json.`,
  de: `${method} ${path} führt nirgends hin. Die Operationen stehen unter /reference und als OpenAPI unter /api/v1/openapi.json.`,
}))

/** Scripts and styles come from us alone; nothing frames us, and we tell other sites nothing. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The one program behind every port. Doors add their routes to it. */
export async function createHttpApp(given: {
  webDir: string
  logFile: string | undefined
  readiness(): Promise<Readiness>
  /** Told of every answer, for the figures. */
  onAnswer(method: string, status: number): void
}): Promise<FastifyInstance> {
  const logger = given.logFile === undefined ? undefined : loggerOptions(given.logFile)
  const app = fastify({
    bodyLimit: BODY_BYTES_MAX,
    frameworkErrors: (error, request, reply) => void answerProblem(reply, error, request),
    requestTimeout: REQUEST_TIMEOUT_MS,
    exposeHeadRoutes: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: logger?.options ?? false,
    genReqId: ({ headers }) => {
      const sent = headers['x-request-id']
      return typeof sent === 'string' && /^[\w-]{8,64}$/.test(sent) ? sent : randomUUID()
    },
  })
  if (logger) app.addHook('onClose', async () => logger.flush())
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    given.onAnswer(request.method, reply.statusCode)
    done()
  })
  app.setErrorHandler((error, request, reply) => answerProblem(reply, error, request))
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const { waitsFor, ...more } = await given.readiness()
    const isReady = waitsFor.length === 0
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'waiting', waitsFor, ...more })
  })
  await addWeb(app, given.webDir)
  return app
}

/** Files of the web app by name; every other page path is the app itself, which knows its rooms. */
async function addWeb(app: FastifyInstance, webDir: string): Promise<void> {
  if (existsSync(webDir)) {
    await app.register(fastifyStatic, {
      root: join(webDir, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?', 1)
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/.test(path)
    if (!isPage || !existsSync(webDir)) {
      return answerProblem(reply, noSuchPage(request.method, path.slice(0, 200)), request)
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html', webDir)
  })
}

export interface OpenPort extends Port {
  /** With the offset. */
  at: number
}

/** Opens each port on its own; one that is taken is told by name, and the rest still open. */
export async function openPorts(
  app: FastifyInstance,
  given: { ports: readonly Port[]; offset: number; bind: string; say(line: string): void },
): Promise<{ open: OpenPort[]; refused: OpenPort[]; close(): Promise<void> }> {
  await app.ready()
  const servers: Server[] = []
  const [open, refused]: [OpenPort[], OpenPort[]] = [[], []]
  for (const port of given.ports) {
    const at = port.number + given.offset
    const server = createServer((request, response) => {
      // A room's own port begins in that room; every other path is the same on all of them.
      if (request.url === '/' && port.path !== '/') response.writeHead(302, { location: port.path }).end()
      else app.routing(request, response)
    })
    server.on('clientError', (error, socket) => socket instanceof Socket && answerClientError(error, socket))
    const reason = await listen(server, at, given.bind)
    if (reason === undefined) {
      servers.push(server)
      open.push({ ...port, at })
    } else {
      refused.push({ ...port, at })
      given.say(
        `Port ${at} (${port.room}) could not be opened: ${reason}. Set IZA_PORT_OFFSET to move all ports.`,
      )
    }
  }
  return {
    open,
    refused,
    async close() {
      await Promise.all(servers.map(closeServer))
      await app.close()
    },
  }
}

function listen(server: Server, port: number, bind: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'another program uses it' : error.message)
    })
    server.listen(port, bind, () => resolve(undefined))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

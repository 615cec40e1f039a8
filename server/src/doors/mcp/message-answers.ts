import {
  Server,
  WebStandardStreamableHTTPServerTransport,
  createMcpHandler,
  isLegacyRequest,
} from '@modelcontextprotocol/server'
import { Bug, present } from '#kernel/assert.ts'
import type { Tool } from './operation-tools.ts'
import type { ToolResult } from './tool-result.ts'

/** What the tools of one caller are. */
export interface ToolSet {
  list(): Tool[]
  call(name: string, input: Record<string, unknown>): Promise<ToolResult>
}

/** How long a client may keep a list: a new role shows within a minute, and `invoke()` decides anyway. */
const LIST_KEPT_MS = 60_000
const INSTRUCTIONS =
  'IZA OS runs a venture studio: its legal entities, businesses and what they do. Each tool is one operation. ' +
  'Not every operation is listed: "search" finds them, "describe" shows how to call them, "call_read" and "call_write" call them. ' +
  'A result is at most 8,000 tokens: name "fields", and go on with "cursor". Writes take an "idempotencyKey", and "dryRun" to try them. ' +
  'A result with "heldForApproval" is not done yet and not refused: it waits for a person. Say so, and do not send it again.'
/** It would only read answers to questions that we never ask the client; made per request, its default costs more than a call. */
const NO_ANSWERS = {
  getValidator: () => {
    throw new Bug('the server asks the client nothing')
  },
}

// The same for everyone, so made once.
const ABOUT = { name: 'iza-os', title: 'IZA OS', version: '1' }
const OPTIONS = {
  capabilities: { tools: {} },
  instructions: INSTRUCTIONS,
  cacheHints: { 'tools/list': { ttlMs: LIST_KEPT_MS, cacheScope: 'private' } },
  jsonSchemaValidator: NO_ANSWERS,
} as const

/**
 * Answers messages of both eras of the protocol, each by itself: a session would bind a client to one process, and
 * 2026-07-28 has none. `parsedBody` is the message; the request carries the headers that the protocol reads.
 */
export function createMessageAnswers(
  toolsFor: (message: Request) => ToolSet,
): (message: Request, parsedBody: unknown) => Promise<Response> {
  const modern = createMcpHandler(
    ({ requestInfo }) => serverWith(toolsFor(present(requestInfo, 'a message comes by HTTP'))),
    { legacy: 'reject', maxSubscriptions: 0 },
  )
  return async (message, parsedBody) => {
    if (!(await isLegacyRequest(message, parsedBody))) return modern.fetch(message, { parsedBody })
    // 2025: the handshake is answered and forgotten, for a later message may reach another process.
    const server = serverWith(toolsFor(message))
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    try {
      return await transport.handleRequest(message, { parsedBody })
    } finally {
      await server.close()
    }
  }
}

function serverWith({ list, call }: ToolSet): Server {
  const server = new Server(ABOUT, OPTIONS)
  server.setRequestHandler('tools/list', () => ({ tools: list() }))
  server.setRequestHandler('tools/call', ({ params }) => call(params.name, params.arguments ?? {}))
  return server
}

import { isRecord } from '#kernel/records.ts'
import type { Options } from './arguments.ts'
import type { Command } from './contract.ts'
import { homeUrl, send, type Answer } from './send.ts'
import { UsageError } from './usage-error.ts'

const KEY_DAYS = 90

/** How each client is told of an MCP server over HTTP with a header; taken from their own documentation. */
const CLIENTS = {
  claude: (url: string, token: string) =>
    `Run this:\n\n  claude mcp add --transport http iza ${url} --header "Authorization: Bearer ${token}"`,
  cursor: (url: string, token: string) =>
    `Put this into ~/.cursor/mcp.json:\n\n${json({ mcpServers: { iza: { url, headers: bearer(token) } } })}`,
  vscode: (url: string, token: string) =>
    `Put this into .vscode/mcp.json:\n\n${json({ servers: { iza: { type: 'http', url, headers: bearer(token) } } })}`,
}

/**
 * `iza mcp connect <client>`: a key of the client's own that reads and drafts, never the owner's, and what to tell
 * the client. Nothing of the client is touched: what it is configured with is for the person to see and to place.
 */
export async function connectMcp(
  client: string,
  commands: readonly Command[],
  given: { env: NodeJS.ProcessEnv; options: Options },
): Promise<{ answer: Answer; text: string }> {
  if (!isClient(client)) {
    throw new UsageError(
      `"${client}" is not a client that iza knows. Choose one of: ${Object.keys(CLIENTS).join(', ')}.`,
    )
  }
  const create = commands.find(({ operation }) => operation === 'identity.create-api-key')
  if (!create) throw new UsageError('This contract has no identity.create-api-key.')
  const grants = [{ role: 'operator', covers: null }]
  const wanted = { name: `MCP: ${client}`, grants, expiresInDays: KEY_DAYS, isDraftsOnly: true }
  const answer = await send(create, wanted, given)
  const token = answer.isDone && isRecord(answer.output) ? String(answer.output['token']) : ''
  const url = new URL('/mcp', homeUrl(given)).href
  const text = `${CLIENTS[client](url, token)}

The key reads everything in this studio, and drafts: what it wants to change waits under Approvals until a person accepts
it. It ends after ${KEY_DAYS} days; "iza identity list-api-keys" shows it, and "iza identity revoke-api-key" ends it at once.`
  return { answer, text }
}

function isClient(name: string): name is keyof typeof CLIENTS {
  return name in CLIENTS
}

function bearer(token: string) {
  return { Authorization: `Bearer ${token}` }
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

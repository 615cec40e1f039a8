import { createServer, type IncomingHttpHeaders } from 'node:http'
import { atEnd } from '#server/database/at-end.ts'
import { present } from '#kernel/assert.ts'
import { openEgress } from '#server/adapters/egress/open-egress.ts'
import { openSignals } from '#server/database/signals.ts'
import { waitFor, testRuns } from '#server/runs/test-runs.ts'
import { SECRETS, TEST_MEANS } from '#server/test-system.ts'
import { createWay } from '#server/system.ts'
import { caller } from '#server/test-system.ts'
import { deliver, followEvents } from './index.ts'
import { forgetDeliveries } from './forget-deliveries.ts'
import { resendFailed } from './resend-failed.ts'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

type Answer = number | { status: number; headers?: Record<string, string>; body?: string }

/** A receiver on this machine; `answer` says what it answers to each message. */
export async function testReceiver() {
  const received: Received[] = []
  const receiver = { answer: (_message: Received): Answer | undefined => 200 }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      const message = { headers: request.headers, body }
      received.push(message)
      const answer = receiver.answer(message)
      if (answer === undefined) return
      const {
        status,
        headers = {},
        body: text = '',
      } = typeof answer === 'number' ? { status: answer } : answer
      response.writeHead(status, headers).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(async () => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const at = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return Object.assign(receiver, { received, at, url: `http://${at}/hooks` })
}

/** Short, so that a delivery uses up its tries while a test waits. */
export const SHORT_PAUSES_MS = [5, 5]

/** A founded studio with a receiver that it may reach, whose deliveries are worked and whose events are followed. */
export async function testWebhooks(pausesMs: readonly number[] = SHORT_PAUSES_MS) {
  const runs = await testRuns()
  const { database, machineKey, records, wayIn } = runs
  const receiver = await testReceiver()
  const egress = { allow: [receiver.at] }
  const { invoke, catalogue } = createWay(database.app, { ...wayIn, egress })
  const call = caller(invoke)
  const means = { vault: TEST_MEANS.vault, egress: openEgress(egress) }
  const program = deliver(means, pausesMs)
  const ask = (operation: string, input: object = {}) => call(`webhooks.${operation}`, input, machineKey)

  async function endpoint(given: object = {}): Promise<{ endpointId: string; secret: string }> {
    const made = await ask('create-endpoint', { url: receiver.url, eventTypes: ['businesses.*'], ...given })
    return { endpointId: String(Object(made['endpoint']).id), secret: String(made['secret']) }
  }

  async function delivery(deliveryId: string) {
    const found = await ask('get-delivery', { deliveryId })
    return { ...Object(found['delivery']), ...found }
  }

  return {
    ...runs,
    invoke,
    catalogue,
    call,
    egress,
    receiver,
    ask,
    endpoint,
    delivery,
    work() {
      const worker = runs.startWorking([program, resendFailed, forgetDeliveries])
      const signals = openSignals(database.configFor('app'))
      const follower = followEvents({
        database: database.app,
        signals,
        log: (error) => void runs.logged.push(error),
      })
      atEnd(async () => {
        await follower.close()
        await signals.close()
      })
      return { worker, follower }
    },
    /** Looks until the delivery is at that status. */
    until: (deliveryId: string, status: string) =>
      waitFor(async () => {
        const seen = await delivery(deliveryId)
        return { isThere: seen.status === status, seen }
      }),
    untilReceived: (count: number) =>
      waitFor(async () => ({ isThere: receiver.received.length >= count, seen: receiver.received.length })),
    category: async (name: string) => {
      const made = await call('businesses.create-category', { name }, machineKey)
      return String(made['id'])
    },
    async log(filter: object = {}): Promise<Record<string, unknown>[]> {
      const { items } = await ask('list-deliveries', filter)
      return Array.isArray(items) ? items : []
    },
    async only(): Promise<string> {
      const { rows } = await records.query('select id from webhook_delivery')
      return String(present(rows[0], 'a delivery').id)
    },
    secrets: SECRETS,
  }
}

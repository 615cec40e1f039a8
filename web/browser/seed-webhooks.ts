import { createServer } from 'node:http'
import { atEnd } from '#server/database/at-end.ts'
import { openSignals } from '#server/database/signals.ts'
import { openDatabase } from '#server/database/database.ts'
import { openEgress } from '#server/adapters/egress/open-egress.ts'
import { meansFrom } from '#server/module-means.ts'
import { deliver, followEvents } from '#server/modules/webhooks/index.ts'
import { startWorker } from '#server/runs/worker.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { createWay } from '#server/system.ts'
import { caller, type TestSystem } from '#server/test-system.ts'

/** A receiver on this machine that may be reached, and the deliveries of this system worked: what settles a screen of webhooks. */
export async function webhookReceiver({ database, settings, machineKey }: TestSystem) {
  const receiver = { status: 200 }
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response
        .writeHead(receiver.status)
        .end(receiver.status === 200 ? 'thank you' : 'the warehouse is closed')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const at = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const egress = { allow: [at] }
  const own = openDatabase(database.configFor('app'), 4)
  const signals = openSignals(database.configFor('app'))
  const { invoke, invokeApproved } = createWay(own, { ...settings, egress })
  const programs = [deliver({ vault: meansFrom(settings).vault, egress: openEgress(egress) }, [20])]
  const worker = startWorker({ database: own, signals, invoke, invokeApproved, programs, log })
  const follower = followEvents({ database: own, signals, log })
  const call = caller(invoke)
  const ask = (operation: string, input: object) => call(`webhooks.${operation}`, input, machineKey)
  atEnd(async () => {
    await follower.close()
    await worker.close()
    await signals.close()
    await own.close()
    server.closeAllConnections()
    server.close()
  })
  async function settled(deliveryId: string, status: string): Promise<void> {
    await waitFor(async () => {
      const seen = Object((await ask('get-delivery', { deliveryId }))['delivery'])
      return { isThere: seen.status === status, seen }
    })
  }
  return { receiver, url: `http://${at}/hooks/iza`, ask, settled }
}

/** One endpoint that works, one that was disabled for failing, each with a log. */
export async function seedWebhooks(system: TestSystem) {
  const { receiver, url, ask, settled } = await webhookReceiver(system)
  const make = async (given: object) => String(Object((await ask('create-endpoint', given))['endpoint']).id)
  const sendTest = async (endpointId: string) => String((await ask('send-test', { endpointId }))['id'])
  const failing = await make({
    url: `${url}/warehouse`,
    description: 'Data warehouse',
    eventTypes: ['businesses.*', 'entities.*', 'kpis.value-recorded'],
  })
  receiver.status = 503
  const deliveryId = await sendTest(failing)
  await settled(deliveryId, 'failed')
  receiver.status = 200
  const works = await make({
    url: `${url}/chat`,
    description: 'Chat of the studio',
    eventTypes: ['approvals.*'],
  })
  await settled(await sendTest(works), 'delivered')
  await make({ url: 'https://hooks.invalid/not-used', eventTypes: ['views.*'] })
  return { failing, works, deliveryId }
}

function log(error: unknown): void {
  console.error(error)
}

import { equal, match, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { atEnd } from '#server/database/at-end.ts'
import { openEgress } from '#server/adapters/egress/open-egress.ts'
import { newSecret } from '#server/modules/webhooks/sign.ts'
import { sendSigned } from '#server/modules/webhooks/index.ts'
import { waitFor } from '#server/runs/test-runs.ts'

/** The receiver of the guide runs as it stands there, and takes what we sign and nothing else. */
const guide = readFileSync(new URL('webhooks.md', import.meta.url), 'utf8')
const [, receiver = ''] = present(/```js\n([\s\S]*?)```/.exec(guide) ?? undefined, 'a receiver in the guide')
// Within the project, so that it finds the package as any receiver would.
const folder = mkdtempSync(new URL('../.receiver-', import.meta.url).pathname)
const port = await freePort()
const secret = newSecret()
writeFileSync(`${folder}/receiver.mjs`, receiver)
const child = spawn(process.execPath, [`${folder}/receiver.mjs`], {
  env: { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret },
})
let said = ''
child.stdout.on('data', (part) => (said += String(part)))
child.stderr.on('data', (part) => (said += String(part)))
atEnd(async () => {
  child.kill()
  rmSync(folder, { recursive: true, force: true })
})
const egress = openEgress({ allow: [`127.0.0.1:${port}`] })

function send(secrets: string[]) {
  const body = JSON.stringify({
    type: 'webhooks.test',
    timestamp: new Date().toISOString(),
    data: { subjectId: 'biz_1' },
  })
  return sendSigned(egress, { url: `http://127.0.0.1:${port}/`, secrets, id: 'whd_1', body })
}

test('the receiver of the guide takes what is signed', async () => {
  const sent = await waitFor(async () => {
    const seen = await send([secret])
    return { isThere: seen.status !== null, seen: { ...seen, said } }
  })
  equal(sent.status, 204, said)
  await waitFor(async () => ({ isThere: said.includes('\n'), seen: said }))
  match(said, /webhooks\.test biz_1/)
})

test('also in the day after a rotation, and not with another secret', async () => {
  equal((await send([newSecret(), secret])).status, 204)
  const refused = await send([newSecret()])
  ok(refused.status === 401 && refused.reason !== null)
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

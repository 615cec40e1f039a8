import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { atEnd } from '#server/database/at-end.ts'
import type { EgressRequest } from './egress-port.ts'
import { openEgress } from './open-egress.ts'
import { isPublicAddress } from './public-address.ts'

const opened: (() => void)[] = []
atEnd(async () => {
  for (const close of opened) close()
})

const closed = openEgress({ allow: [] })

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'taken',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

const PRIVATE =
  `127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254
  100.64.0.1 100.100.100.200 192.0.0.192 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1
  255.255.255.255 168.63.129.16 192.88.99.1 ::1 :: ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 fe80::1
  fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 64:ff9b::7f00:1 64:ff9b:1::a00:1 2002:7f00:1:: 2002:808:808:: 2001::1 2001:db8::1
  100::1 fec0::1 3fff::1 5f00::1 4000::1`.split(/\s+/)
const PUBLIC = ['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::8']

test('what is not plainly of the internet is no public address', () => {
  deepEqual(
    PRIVATE.filter((address) => isPublicAddress(address)),
    [],
  )
  deepEqual(
    PUBLIC.filter((address) => !isPublicAddress(address)),
    [],
  )
})

const HOSTS =
  `127.0.0.1 127.1 0x7f.1 0x7f000001 2130706433 017700000001 0177.0.0.1 0300.0250.1.1 ①②⑦.0.0.1 127.0.0.1.
  [::1] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [64:ff9b::127.0.0.1] [2002:7f00:1::] [fe80::1] localhost LOCALHOST
  localhost. 169.254.169.254 10.1 192.168.257 [fd00:ec2::254]`.split(/\s+/)

for (const host of HOSTS) {
  test(`https://${host} is refused beforehand, and when it is sent to`, async () => {
    equal(await codeOf(closed.check(`https://${host}/`)), 'egress.address-refused')
    equal(await codeOf(closed.send(post(`https://${host}/`))), 'egress.address-refused')
  })
}

const BAD =
  `http://example.com/ ftp://example.com/ file:///etc/passwd javascript:alert(1) https:// nothing gopher://example.com
  https://ada:secret@example.com/ https://example.com/#part https://example.com:25/ https://example.com:22/
  https://example.com:99999/ https://[fe80::1%25eth0]/`.split(/\s+/)

for (const url of [...BAD, `https://example.com/${'x'.repeat(2000)}`]) {
  test(`${url.slice(0, 60)} is no address`, async () => {
    equal(await codeOf(closed.check(url)), 'egress.bad-address')
    equal(await codeOf(closed.send(post(url))), 'egress.bad-address')
  })
}

test('a password in an address is not repeated', async () => {
  await rejects(
    closed.check('https://ada:secret@example.com/'),
    (error: Error) => !/secret/.test(error.message),
  )
})

const leads = (...addresses: string[]) =>
  openEgress({ allow: [] }, async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  )

test('a name is refused for where it leads: also when one address of several is private, and also when it changes', async () => {
  equal(await codeOf(leads('10.0.0.7').check('https://inside.example/')), 'egress.address-refused')
  equal(await codeOf(leads('1.1.1.1', '::1').send(post('https://both.example/'))), 'egress.address-refused')
  equal(await codeOf(leads('1.1.1.1').check('https://outside.example/')), 'taken')
  let asked = 0
  const rebinding = openEgress({ allow: [] }, async () => [
    { address: asked++ === 0 ? '1.1.1.1' : '127.0.0.1', family: 4 },
  ])
  equal(await codeOf(rebinding.check('https://rebinds.example/')), 'taken')
  equal(await codeOf(rebinding.send(post('https://rebinds.example/'))), 'egress.address-refused')
  equal(asked, 2, 'each looks once')
})

test('a name that nobody knows passes the check, and is unreachable when it is sent to', async () => {
  const unknown = openEgress({ allow: [] }, () =>
    Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
  )
  equal(await codeOf(unknown.check('https://later.example/')), 'taken')
  equal(await codeOf(unknown.send(post('https://later.example/'))), 'egress.unreachable')
})

test('what the installation allows is reached, and only with that port', async () => {
  const { port, requests } = await serve((_request, response) => response.end('here'))
  const egress = openEgress({ allow: [`127.0.0.1:${port}`, `named.example:${port}`] })
  const { status, body, isCut } = await egress.send(post(`http://127.0.0.1:${port}/a?b=c`, { body: 'ü' }))
  deepEqual([status, String(body), isCut], [200, 'here', false])
  deepEqual(requests, ['POST /a?b=c'])
  equal(await codeOf(egress.send(post(`http://127.0.0.1:${port + 1}/`))), 'egress.bad-address')
  equal(await codeOf(egress.send(post(`https://127.0.0.1:${port + 1}/`))), 'egress.address-refused')
  equal(await codeOf(egress.send(post(`http://localhost:${port}/`))), 'egress.bad-address')
  const names = openEgress({ allow: [`named.example:${port}`] }, async () => [
    { address: '127.0.0.1', family: 4 },
  ])
  equal((await names.send(post(`http://named.example:${port}/`))).status, 200)
})

test('a redirect is an answer and not a way', async () => {
  const { port, requests } = await serve((_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
  })
  const { status, headers } = await openEgress({ allow: [`127.0.0.1:${port}`] }).send(
    post(`http://127.0.0.1:${port}/`),
  )
  deepEqual([status, headers['location'], requests.length], [302, 'http://169.254.169.254/latest', 1])
})

test('an answer is read up to its bound, also one that does not end', async () => {
  const { port } = await serve((_request, response) => {
    const more = () =>
      void response.write('x'.repeat(10_000), () => !response.destroyed && setImmediate(more))
    more()
  })
  const egress = openEgress({ allow: [`127.0.0.1:${port}`] })
  const { body, isCut } = await egress.send(post(`http://127.0.0.1:${port}/`, { answerBytesMax: 500 }))
  deepEqual([body.length, isCut], [500, true])
})

test('who does not answer, drips, or takes no TLS is given up', async () => {
  const silent = await listen(createTcpServer(() => {}))
  const { port: drips } = await serve((_request, response) => {
    const more = () => void response.write('x', () => !response.destroyed && setTimeout(more, 5))
    more()
  })
  const egress = openEgress({ allow: [`127.0.0.1:${silent}`, `127.0.0.1:${drips}`] })
  const short = { wholeMsMax: 80, connectMsMax: 40 }
  match(
    await messageOf(egress.send(post(`http://127.0.0.1:${silent}/`, short))),
    /did not answer within 0\.08 s/,
  )
  match(
    await messageOf(egress.send(post(`https://127.0.0.1:${silent}/`, short))),
    /no connection within 0\.04 s/,
  )
  match(await messageOf(egress.send(post(`http://127.0.0.1:${drips}/`, short))), /did not answer within/)
  match(await messageOf(egress.send(post(`https://127.0.0.1:${drips}/`))), /could not be reached/)
})

test('a proxy of the environment has no part in it', async () => {
  const { port, requests } = await serve((_request, response) => response.end())
  const { port: proxy, requests: proxied } = await serve((_request, response) => response.end())
  const before = { ...process.env }
  Object.assign(process.env, { HTTP_PROXY: `http://127.0.0.1:${proxy}`, NODE_USE_ENV_PROXY: '1' })
  await openEgress({ allow: [`127.0.0.1:${port}`] }).send(post(`http://127.0.0.1:${port}/`))
  process.env = before
  deepEqual([requests.length, proxied.length], [1, 0])
})

test('whoever stops waiting hears their own reason', async () => {
  const { port } = await serve(() => {})
  const stopping = new AbortController()
  const sent = openEgress({ allow: [`127.0.0.1:${port}`] }).send(
    post(`http://127.0.0.1:${port}/`, { signal: stopping.signal }),
  )
  stopping.abort(new Error('enough'))
  await rejects(sent, /enough/)
})

function post(url: string, more: Partial<EgressRequest> = {}): EgressRequest {
  return {
    method: 'POST',
    url,
    headers: {},
    connectMsMax: 2000,
    wholeMsMax: 4000,
    answerBytesMax: 1000,
    ...more,
  }
}

async function messageOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((refusal: unknown) => refusal)
  ok(error instanceof Problem, String(error))
  return error.message
}

async function serve(answer: RequestListener): Promise<{ port: number; requests: string[] }> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  return { port: await listen(server), requests }
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>()
  server.on('connection', (socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

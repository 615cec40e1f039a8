import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { atEnd } from '#server/database/at-end.ts'

/** As much of RFC 5321 as a client needs; keeps what it is sent. Refuses the recipients that it is told to. */
export async function testSmtpServer(refuse: (recipient: string) => string | undefined = () => undefined) {
  const messages: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    converse(socket, refuse, (message) => void messages.push(message))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(async () => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { messages, url: `smtp://127.0.0.1:${portOf(server.address())}` }
}

function converse(
  socket: Socket,
  refuse: (recipient: string) => string | undefined,
  keep: (message: string) => void,
): void {
  let [buffer, isInData] = ['', false]
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test ESMTP')
  socket.on('data', (part) => {
    buffer += part.toString()
    for (;;) {
      const end = buffer.indexOf(isInData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const text = buffer.slice(0, end)
      buffer = buffer.slice(end + (isInData ? 5 : 2))
      if (isInData) {
        isInData = false
        keep(text)
        say('250 kept')
      } else if (text === 'DATA') {
        isInData = true
        say('354 go on')
      } else if (text.startsWith('RCPT')) say(refuse(text) ?? '250 fine')
      else if (text === 'QUIT') socket.end('221 bye\r\n')
      else say('250 fine')
    }
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('it listens on no port')
  return address.port
}

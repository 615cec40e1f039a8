import { createServer, type ServerResponse } from 'node:http'

/** What ten thousand streams cost by themselves: bare node:http, no rights, no database, one loop that writes to all. */
const readers = new Set<ServerResponse>()
let number = 0

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    const data = JSON.stringify({
      type: 'control.told',
      subjectId: `told ${++number}`,
      text: 'x'.repeat(150),
    })
    const bytes = Buffer.from(`id: ${number}\nevent: control.told\ndata: ${data}\n\n`)
    for (const reader of readers) reader.write(bytes)
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ id: `told ${number}` }))
  } else {
    readers.add(response)
    response.once('close', () => readers.delete(response))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('event: ready\ndata: {}\n\n')
  }
})
server.listen(0, '127.0.0.1', () => process.send?.({ address: server.address() }))

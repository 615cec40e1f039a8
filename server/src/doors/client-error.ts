import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { problem } from '#kernel/problem.ts'
import { problemJson } from './rest/problem-json.ts'

const tooLongHead = problem('invalid', 'door.head-too-long', () => ({
  en: 'The address and headers of this request are longer than 16 kB. Send less in the query, or fewer cookies.',
  de: 'Adresse und Kopfzeilen dieser Anfrage sind länger als 16 kB. Senden Sie weniger in der Adresse oder weniger Cookies.',
}))
const noHttp = problem(
  'invalid',
  'door.no-http',
  () =>
    'This is not a request that HTTP allows. Check the line breaks, the headers and the length that was announced.',
)

const TOO_LONG = 431

/** What Node refuses before any request exists still gets a problem as its answer, and the connection ends. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const told = problemJson(isTooLong ? tooLongHead() : noHttp(), { requestId: randomUUID() })
  const status = isTooLong ? TOO_LONG : told.status
  const body = JSON.stringify({ ...told, status })
  socket.end(
    `HTTP/1.1 ${status} ${isTooLong ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

import { Problem } from '#kernel/problem.ts'
import type { Egress } from '#server/adapters/egress/egress-port.ts'
import { signedHeaders } from './sign.ts'

const CONNECT_MS_MAX = 5_000
/** The specification asks senders to wait 15 to 30 seconds. */
const WHOLE_MS_MAX = 15_000
const ANSWER_BYTES_MAX = 1_000
const REASON_LENGTH_MAX = 500
const LOCATION_LENGTH_MAX = 200

export const FIXED_HEADERS = { 'content-type': 'application/json', 'user-agent': 'IZA-OS-Webhooks' }

/** What came of one request. `reason` is null where the receiver took it. */
export interface Sent {
  sentAt: string
  durationMs: number
  status: number | null
  reason: string | null
  answer: string
  retryAfterS: number | null
}

/** Sends a message once, signed by each secret. Refusals of the receiver and of the way are answers; only `signal` throws. */
export async function sendSigned(
  egress: Egress,
  given: { url: string; secrets: readonly string[]; id: string; body: string; signal?: AbortSignal },
): Promise<Sent> {
  const { url, body, signal } = given
  const at = new Date()
  const begunMs = performance.now()
  const told = (rest: Pick<Sent, 'status' | 'reason' | 'answer' | 'retryAfterS'>): Sent => ({
    sentAt: at.toISOString(),
    durationMs: Math.round(performance.now() - begunMs),
    ...rest,
  })
  try {
    const {
      status,
      headers,
      body: answer,
    } = await egress.send({
      method: 'POST',
      url,
      headers: { ...FIXED_HEADERS, ...signedHeaders({ ...given, at }) },
      body,
      connectMsMax: CONNECT_MS_MAX,
      wholeMsMax: WHOLE_MS_MAX,
      answerBytesMax: ANSWER_BYTES_MAX,
      ...(signal && { signal }),
    })
    return told({
      status,
      reason: reasonOf(status, headers['location'])?.slice(0, REASON_LENGTH_MAX) ?? null,
      answer: printable(answer.toString('utf8')).slice(0, ANSWER_BYTES_MAX),
      retryAfterS: retryAfterS(status, headers['retry-after']),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return told({
      status: null,
      reason: error.message.slice(0, REASON_LENGTH_MAX),
      answer: '',
      retryAfterS: null,
    })
  }
}

function reasonOf(status: number, location: string | undefined): string | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 410) return 'It answered 410 Gone: it wants nothing more.'
  if (status < 300 || status >= 400) return `It answered ${status}.`
  const where =
    location === undefined ? 'elsewhere' : `to ${printable(location).slice(0, LOCATION_LENGTH_MAX)}`
  return `It answered ${status} and points ${where}, which is not followed. Name that address itself.`
}

/** Only these two statuses mean it (RFC 9110, RFC 6585). Seconds, or a date. */
export function retryAfterS(status: number, header: string | undefined): number | null {
  if (header === undefined || (status !== 429 && status !== 503)) return null
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null
}

/** Text of somebody else's, made fit to be stored and shown. */
function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, (found) => (found === '\n' ? '\n' : ' '))
}

import { VERSION } from '#server/vitals/version.ts'
import type { Attributes, Span } from './tracer.ts'

/** Where traces go: the environment variables of OpenTelemetry, as they are named there. */
export interface TraceTarget {
  endpoint: string
  headers: Record<string, string>
  serviceName: string
}

const BATCH_MAX = 512
/** A collector that does not answer costs this much memory, and then spans. */
const WAITING_MAX = 8192
const EVERY_MS = 2_000
const TIMEOUT_MS = 10_000
const COMPLAINT_EVERY_MS = 60_000

export interface TraceExporter {
  take(span: Span): void
  close(): Promise<void>
}

/** Sends spans as OTLP over HTTP in JSON, in batches. What cannot be sent is dropped and told to the log: nothing waits for it. */
export function createOtlpExporter(target: TraceTarget, log: (message: string) => void): TraceExporter {
  const url = `${target.endpoint.replace(/\/$/, '')}/v1/traces`
  let waiting: Span[] = []
  let dropped = 0
  let complainedAtMs = Number.NEGATIVE_INFINITY
  let sending: Promise<void> | undefined

  function complain(reason: string): void {
    const nowMs = performance.now()
    if (nowMs - complainedAtMs < COMPLAINT_EVERY_MS) return
    complainedAtMs = nowMs
    log(`${dropped} spans were dropped: ${reason}`)
    dropped = 0
  }

  async function send(spans: Span[]): Promise<void> {
    const body = JSON.stringify(otlpOf(spans, target.serviceName))
    const headers = { ...target.headers, 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
      await answer.body?.cancel()
      if (answer.ok) return
      dropped += spans.length
      complain(`the collector answered ${answer.status}`)
    } catch {
      dropped += spans.length
      complain('the collector does not answer')
    }
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const spans = waiting.slice(0, BATCH_MAX)
      waiting = waiting.slice(BATCH_MAX)
      await send(spans)
    }
  }

  const flush = () => (sending ??= sendAll().finally(() => (sending = undefined)))
  const timer = setInterval(() => void flush(), EVERY_MS).unref()

  return {
    take(span) {
      if (waiting.length < WAITING_MAX) waiting.push(span)
      else dropped++
      if (waiting.length === BATCH_MAX) void flush()
    },
    async close() {
      clearInterval(timer)
      await flush()
      await flush()
    },
  }
}

function otlpOf(spans: Span[], serviceName: string) {
  const resource = {
    attributes: attributesOf({
      'service.name': serviceName,
      'service.version': VERSION,
      'process.pid': process.pid,
    }),
  }
  const scope = { name: 'iza-os', version: VERSION }
  return { resourceSpans: [{ resource, scopeSpans: [{ scope, spans: spans.map(spanOf) }] }] }
}

function spanOf({ traceId, spanId, parentSpanId, name, kind, startMs, endMs, attributes, isError }: Span) {
  return {
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    name,
    kind,
    startTimeUnixNano: nanoseconds(startMs),
    endTimeUnixNano: nanoseconds(endMs),
    attributes: attributesOf(attributes),
    status: isError ? { code: 2 } : {},
  }
}

/** A JSON number has not enough digits for it, so OTLP takes text. */
function nanoseconds(ms: number): string {
  return `${BigInt(Math.round(ms * 1000)) * 1000n}`
}

function attributesOf(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }))
}

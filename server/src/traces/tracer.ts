import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

export type Attributes = Record<string, string | number>

/** The numbers are those of OTLP. */
export const KIND = { internal: 1, server: 2, client: 3 } as const

/** A span that has ended, as the exporter sends it. */
export interface Span {
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  name: string
  kind: (typeof KIND)[keyof typeof KIND]
  startMs: number
  endMs: number
  attributes: Attributes
  isError: boolean
}

/** One that is open. */
export interface OpenSpan {
  traceId: string
  spanId: string
  /** False where whoever called us said that this trace is not recorded. */
  isRecorded: boolean
  end(given: { name?: string; attributes?: Attributes; isError: boolean }): void
}

export type Tracer = ReturnType<typeof createTracer>

/** Which span is at work follows the asynchronous calls. `take` is told each span that has ended. */
export function createTracer(take: (span: Span) => void) {
  const current = new AsyncLocalStorage<OpenSpan>()

  function open(given: {
    name: string
    kind: Span['kind']
    attributes: Attributes
    /** Undefined: the span that is at work, or none. */
    parent?: Pick<OpenSpan, 'traceId' | 'spanId' | 'isRecorded'> | undefined
  }): OpenSpan {
    const parent = given.parent ?? current.getStore()
    const traceId = parent?.traceId ?? randomBytes(16).toString('hex')
    const spanId = randomBytes(8).toString('hex')
    const isRecorded = parent?.isRecorded ?? true
    const startMs = performance.timeOrigin + performance.now()
    return {
      traceId,
      spanId,
      isRecorded,
      end({ name = given.name, attributes, isError }) {
        if (!isRecorded) return
        const endMs = performance.timeOrigin + performance.now()
        const all = { ...given.attributes, ...attributes }
        const parentSpanId = parent?.spanId
        take({
          traceId,
          spanId,
          parentSpanId,
          name,
          kind: given.kind,
          startMs,
          endMs,
          attributes: all,
          isError,
        })
      },
    }
  }

  return {
    open,
    /** What `work` does, and what it calls, stands below the span. */
    within: <T>(span: OpenSpan, work: () => T): T => current.run(span, work),
    async around<T>(
      given: { name: string; kind: Span['kind']; attributes: Attributes },
      work: () => Promise<T>,
    ): Promise<T> {
      const span = open(given)
      try {
        const result = await current.run(span, work)
        span.end({ isError: false })
        return result
      } catch (error) {
        const type = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
        span.end({ isError: true, attributes: { 'error.type': type.slice(0, 120) } })
        throw error
      }
    },
  }
}

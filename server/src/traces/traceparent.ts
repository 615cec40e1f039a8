import type { OpenSpan } from './tracer.ts'

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/

/** The span of whoever calls us (W3C Trace Context, section 3.2); undefined where the header is none or not one. */
export function readTraceparent(
  header: string | string[] | undefined,
): Pick<OpenSpan, 'traceId' | 'spanId' | 'isRecorded'> | undefined {
  if (typeof header !== 'string' || header.startsWith('ff')) return undefined
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(header) ?? []
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return undefined
  return { traceId, spanId, isRecorded: (Number.parseInt(flags, 16) & 1) === 1 }
}

import { createServer } from 'node:http'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { atEnd } from '#server/database/at-end.ts'

const Attribute = z.object({
  key: z.string(),
  value: z.union([z.object({ stringValue: z.string() }), z.object({ intValue: z.string() })]),
})
const ReceivedSpan = z.strictObject({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId: z.string().regex(/^[0-9a-f]{16}$/),
  parentSpanId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  name: z.string().min(1),
  kind: z.int().min(1).max(5),
  startTimeUnixNano: z.string().regex(/^\d{19}$/),
  endTimeUnixNano: z.string().regex(/^\d{19}$/),
  attributes: z.array(Attribute),
  status: z.strictObject({ code: z.literal(2).optional() }),
})
export type ReceivedSpan = z.output<typeof ReceivedSpan>
/** ExportTraceServiceRequest of OTLP 1, in its JSON encoding. */
const Received = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: z.array(Attribute) }),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string() }),
          spans: z.array(ReceivedSpan),
        }),
      ),
    }),
  ),
})

/** A collector of traces on loopback. What is no OTLP it answers with 400, and keeps as a complaint. */
export async function testCollector() {
  const spans: ReceivedSpan[] = []
  const bodies: string[] = []
  const complaints: string[] = []
  const requests: { path: string; headers: Record<string, unknown> }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const parsed = Received.safeParse(JSON.parse(text))
      bodies.push(text)
      requests.push({ path: request.url ?? '', headers: request.headers })
      if (parsed.success) {
        for (const { scopeSpans } of parsed.data.resourceSpans)
          spans.push(...scopeSpans.flatMap((one) => one.spans))
      } else complaints.push(parsed.error.message)
      response.writeHead(parsed.success ? 200 : 400, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(async () => {
    server.closeAllConnections()
    server.close()
  })
  const address = present(server.address(), 'it listens')
  const port = typeof address === 'string' ? 0 : address.port
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    bodies,
    complaints,
    requests,
    /** Waits for a span that fits: spans are sent every two seconds. */
    async until(fits: (span: ReceivedSpan) => boolean): Promise<ReceivedSpan> {
      for (;;) {
        const found = spans.find(fits)
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}

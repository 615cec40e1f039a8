import { isRecord } from '#kernel/records.ts'

/** What the server tells: an event of the studio, or a notice of the stream itself (`ready`, `gap`, `closed`, `inbox`). */
export interface StreamEvent {
  /** The revision to go on from; empty where it does not move. */
  id: string
  event: string
  data: Record<string, unknown>
}

/**
 * Reads server-sent events until the stream ends. `EventSource` would do it, but it hears only types that it was told of
 * beforehand, and says nothing of why it was refused.
 */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  hear: { bytes(): void; event(event: StreamEvent): void },
): Promise<void> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hear.bytes()
    const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = readBlock(block)
      if (event) hear.event(event)
    }
  }
}

/** Undefined for a comment, such as the heartbeat. */
function readBlock(block: string): StreamEvent | undefined {
  const fields: Record<string, string> = {}
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? []
    fields[name] = value
  }
  if (fields['data'] === undefined) return undefined
  const data: unknown = JSON.parse(fields['data'])
  return { id: fields['id'] ?? '', event: fields['event'] ?? '', data: isRecord(data) ? data : {} }
}

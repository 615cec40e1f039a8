import { isRecord } from '#kernel/records.ts'
import { callOperation } from '../api-call.ts'
import type { ListName } from '../api.ts'

/** As many as a list finds by `ids` at once, and as many requests as a burst is worth. */
const IDS_PER_REQUEST = 200
const REQUESTS_MAX = 5

/** What of these rows a list shows, by id; undefined where it could not be read. */
export async function readRows(
  { operation, input }: { operation: ListName; input: object },
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, unknown> | undefined> {
  const found = new Map<string, unknown>()
  for (let at = 0; at < Math.min(ids.length, IDS_PER_REQUEST * REQUESTS_MAX); at += IDS_PER_REQUEST) {
    const asked = { ...input, ids: ids.slice(at, at + IDS_PER_REQUEST), limit: IDS_PER_REQUEST }
    const answer = await callOperation({ operation, input: asked }, signal)
    if ('error' in answer || !isRecord(answer.data) || !Array.isArray(answer.data['items'])) return undefined
    for (const item of answer.data['items']) {
      if (isRecord(item) && typeof item['id'] === 'string') found.set(item['id'], item)
    }
  }
  return found
}

/** Puts each where its row stands in a page of a list. */
export function putRows(page: unknown, found: ReadonlyMap<string, unknown>): void {
  if (!isRecord(page) || !Array.isArray(page['items'])) return
  for (const [at, item] of page['items'].entries()) {
    const changed = isRecord(item) && typeof item['id'] === 'string' ? found.get(item['id']) : undefined
    if (changed !== undefined) page['items'][at] = changed
  }
}

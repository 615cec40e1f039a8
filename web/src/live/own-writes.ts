const REMEMBERED_MAX = 200

/** Module by the request id that this tab gave to a write. */
const sent = new Map<string, string>()

export function ownWriteSent(requestId: string, operation: string): void {
  sent.set(requestId, moduleOf(operation))
  for (const oldest of [...sent.keys()].slice(0, -REMEMBERED_MAX)) sent.delete(oldest)
}

/** Without a good answer nothing was read anew, so the event counts if there is one after all. */
export function ownWriteFailed(requestId: string): void {
  sent.delete(requestId)
}

/** True where this tab's own write caused it: the write has made its module stale already, and reads it anew by itself. */
export function isOwnWrite(requestId: unknown, type: string): boolean {
  return typeof requestId === 'string' && sent.get(requestId) === moduleOf(type)
}

/** As names of operations and types of events begin. */
export function moduleOf(name: string): string {
  return name.split('.', 1)[0] ?? name
}

const METHODS = new Set(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])

/** HTTP answers by method and status. Anybody can send any word as a method: those that are none of HTTP's are one. */
export function createResponseFigures() {
  const counts = new Map<string, { method: string; status: number; count: number }>()
  return {
    add(sentMethod: string, status: number): void {
      const method = METHODS.has(sentMethod) ? sentMethod : 'other'
      const key = `${method} ${status}`
      const known = counts.get(key)
      if (known) known.count++
      else counts.set(key, { method, status, count: 1 })
    },
    counted: () => [...counts.values()],
  }
}

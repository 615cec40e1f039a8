/** The day in UTC, as the API writes it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

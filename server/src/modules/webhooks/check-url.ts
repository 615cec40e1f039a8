import { Problem } from '#kernel/problem.ts'
import type { Egress } from '#server/adapters/egress/egress-port.ts'

/** Throws the problems of the way out, told at the field that they are about. */
export async function checkUrl(egress: Egress, url: string): Promise<void> {
  try {
    await egress.check(url)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, code, said: message } = error
    throw new Problem({ kind, code, message, fields: [{ path: '/url', message }] })
  }
}

import { Problem } from '#kernel/problem.ts'
import type { Egress, EgressSettings } from './egress-port.ts'
import { unreachable } from './problems.ts'
import { readTarget } from './read-target.ts'
import { resolveBySystem, resolveTarget, type Resolve } from './resolve-target.ts'
import { sendTo } from './send-to.ts'

/** A person waits for the check, and a transaction with them. */
const CHECK_MS_MAX = 1500

export function openEgress({ allow }: EgressSettings, resolve: Resolve = resolveBySystem): Egress {
  const allowed = new Set(allow)
  return {
    async check(url) {
      const target = readTarget(url, allowed)
      const looked = resolveTarget(target, resolve)
      await within(looked, CHECK_MS_MAX, target.host).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.kind !== 'unavailable') throw error
      })
    },
    async send(request) {
      const target = readTarget(request.url, allowed)
      const looked = resolveTarget(target, resolve)
      const addresses = await within(looked, request.connectMsMax, target.host)
      return sendTo(target, addresses, request)
    },
  }
}

async function within<T>(work: Promise<T>, ms: number, host: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(unreachable(host, 'its name: no answer in time')), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    work.catch(() => {}) // it may still fail after nobody waits for it
  }
}

import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { addressRefused, unreachable } from './problems.ts'
import { isPublicAddress } from './public-address.ts'
import type { Target } from './read-target.ts'

export interface ResolvedAddress {
  address: string
  family: number
}

/** What a name leads to; tests put their own in. */
export type Resolve = (host: string) => Promise<ResolvedAddress[]>

export const resolveBySystem: Resolve = (host) => lookup(host, { all: true })

/**
 * Looks the name up, once: the connection goes to what is answered here, so that a name that leads elsewhere a moment later
 * changes nothing. One private address among public ones refuses them all. Throws `egress.address-refused` or
 * `egress.unreachable`.
 */
export async function resolveTarget(target: Target, resolve: Resolve): Promise<ResolvedAddress[]> {
  const { host, port, isAddress } = target
  const found = isAddress ? [{ address: host, family: isIP(host) }] : await lookUp(host, resolve)
  const isOpen = (address: string) => target.isAllowed || isPublicAddress(address)
  const refused = found.find(({ address }) => !isOpen(address))
  if (refused) throw addressRefused(host, refused.address)
  if (found.length === 0) throw unreachable(`${host}:${port}`, 'its name has no address')
  return found
}

async function lookUp(host: string, resolve: Resolve): Promise<ResolvedAddress[]> {
  try {
    return await resolve(host)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    throw unreachable(host, code === 'ENOTFOUND' ? 'there is no such name' : `its name: ${code}`)
  }
}

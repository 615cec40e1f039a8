import ipaddr from 'ipaddr.js'

/** Where IPv6 addresses of the internet lie (RFC 4291, section 2.4): everything outside is for something else. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
/** Public by its number, and yet the inside of a cloud: Azure answers there to its own machines. */
const INSIDE_OF_CLOUDS = new Set(['168.63.129.16'])

/**
 * Whether the internet reaches this IP address. What is not plainly public is not: of IPv4 every special range (this
 * machine, private, link-local with the metadata of clouds, carrier-grade NAT, multicast, reserved, documentation), of
 * IPv6 the same, and whatever carries an IPv4 address within it (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  if (address instanceof ipaddr.IPv6) return address.zoneId === undefined && address.match(GLOBAL_UNICAST)
  return !INSIDE_OF_CLOUDS.has(address.toString())
}

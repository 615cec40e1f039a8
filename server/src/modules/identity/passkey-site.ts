import type { Credential, Site } from '#server/catalogue/access.ts'
import { noPasskeysHere } from './problems.ts'

/** Where the asking page stands, as the door made sure of it. Throws `identity.no-passkeys-here`. */
export function passkeySite({ site }: Credential): Site {
  if (!site) throw noPasskeysHere()
  return site
}

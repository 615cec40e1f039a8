import { browserSupportsWebAuthn } from '@simplewebauthn/browser'

export type PasskeyObstacle = 'noName' | 'insecure' | 'unsupported'

/** Why no passkey can be used on this page, or undefined where one can. */
export function passkeyObstacle(): PasskeyObstacle | undefined {
  if (isAddress(location.hostname)) return 'noName'
  if (!isSecureContext) return 'insecure'
  return browserSupportsWebAuthn() ? undefined : 'unsupported'
}

/** A passkey belongs to a name, and 127.0.0.1 or [::1] is none. */
function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.startsWith('[')
}

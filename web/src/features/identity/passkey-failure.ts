import { WebAuthnError } from '@simplewebauthn/browser'

export type PasskeyFailure = 'stopped' | 'known' | 'unfit' | 'failed'

/** What to tell when the browser or the device made nothing of it; undefined where we ended it ourselves. */
export function passkeyFailure(error: unknown): PasskeyFailure | undefined {
  const { name, code } = error instanceof WebAuthnError ? error : { name: nameOf(error), code: undefined }
  if (name === 'AbortError' || code === 'ERROR_CEREMONY_ABORTED') return undefined
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known'
  if (code?.startsWith('ERROR_AUTHENTICATOR_MISSING')) return 'unfit'
  // One name for "the person closed it", "too late" and "there is none": browsers do not tell pages which.
  return name === 'NotAllowedError' ? 'stopped' : 'failed'
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

import { createHmac, hkdfSync } from 'node:crypto'

/** What a link may be for; each has a key of its own, so that one is never good for another. */
export type LinkPurpose = 'invitation' | 'reset' | 'answer'

/**
 * Tokens of links that are mailed. One follows from the id of what it opens and a key of the home: so a mail is written when
 * it is sent, also after a crash, and no queue, run or journal holds what opens a door. The database keeps its SHA-256.
 */
export interface LinkTokens {
  /** `iza_reset_…`, 256 bits behind a prefix that tells a person (and a secret scanner) what was found. */
  tokenOf(purpose: LinkPurpose, id: string): string
}

export function createLinkTokens(secret: string): LinkTokens {
  return {
    tokenOf(purpose, id) {
      const key = Buffer.from(hkdfSync('sha256', secret, '', `iza-os link ${purpose}`, 32))
      return `iza_${purpose}_${createHmac('sha256', key).update(id).digest('base64url')}`
    },
  }
}

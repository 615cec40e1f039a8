import { assert } from '#kernel/assert.ts'
import type { Mail } from './mail-port.ts'

/** What nodemailer makes a message of; both mailboxes send the same. */
export function composeMessage({ to, subject, text, key }: Mail, from: string) {
  assert(ONE_ADDRESS.test(to), 'a mail goes to one address')
  return {
    from,
    to,
    subject,
    text,
    messageId: `<${key.replaceAll(/[^\w.-]+/g, '.')}@iza-os.invalid>`,
    // Nobody is away to it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** What was checked before it was stored, once more: a comma would make two of it. */
const ONE_ADDRESS = /^[^\s,;:<>()"]{1,64}@[^\s,;:<>()"]{1,255}$/

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { present } from '#kernel/assert.ts'
import { SECRETS } from './test-system.ts'

export interface ReadMail {
  to: string
  subject: string
  text: string
  /** What stands behind the # of its link. */
  token: string
}

/** What stands in the file mailbox of this test, the oldest first, as a mail program would show it. */
export function readMails(): ReadMail[] {
  const { dir } = SECRETS.mail
  const files = readdirSync(dir).filter((name) => name.endsWith('.eml'))
  return files.toSorted().map((name) => {
    const [head = '', ...parts] = readFileSync(join(dir, name), 'utf8').split('\n\n')
    const body = parts.join('\n\n')
    const text = head.includes('quoted-printable') ? decoded(body) : unflowed(body)
    const header = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(head)?.[1] ?? ''
    return { to: header('To'), subject: header('Subject'), text, token: /#(iza_\S+)/.exec(text)?.[1] ?? '' }
  })
}

export function lastMailTo(email: string): ReadMail {
  return present(
    readMails().findLast(({ to }) => to === email),
    `a mail to ${email}`,
  )
}

/** RFC 2045, section 6.7. */
function decoded(text: string): string {
  const bytes = text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** RFC 3676: a line that ends in a space goes on in the next. */
function unflowed(text: string): string {
  return text.replaceAll(/ \n/g, ' ')
}

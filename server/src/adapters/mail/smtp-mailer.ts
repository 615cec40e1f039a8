import { createTransport } from 'nodemailer'
import { isRecord } from '#kernel/records.ts'
import { composeMessage } from './compose-message.ts'
import type { Mailer } from './mail-port.ts'
import { mailNotTaken, mailRefused } from './problems.ts'

const TIMEOUT_MS = 20_000
/** RFC 5321, section 4.2.1: the server will not take it, however often it is sent. */
const FIRST_PERMANENT = 500
/** The sign-in was refused, or the connection could not be secured: settings can be put right, and then it goes on. */
const OF_SETTINGS = new Set(['EAUTH', 'ETLS', 'ENOAUTH'])

/** Hands mails to an SMTP server: `smtp://user:password@host:587`, or `smtps://` for TLS from the beginning. */
export function createSmtpMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What is sent is text that we made; nothing is fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      try {
        await transport.sendMail(composeMessage(mail, from))
      } catch (error) {
        throw problemOf(error)
      }
    },
  }
}

function problemOf(error: unknown): Error {
  if (!(error instanceof Error) || !isRecord(error)) return new Error('the mailer threw no error')
  const { code, responseCode, response } = error
  const isPermanent = typeof responseCode === 'number' && responseCode >= FIRST_PERMANENT
  if (isPermanent && !OF_SETTINGS.has(String(code))) return mailRefused(shortened(String(response)))
  return mailNotTaken(shortened(error.message))
}

function shortened(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 200)
}

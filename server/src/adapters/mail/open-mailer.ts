import { createFileMailbox } from './file-mailbox.ts'
import type { Mailer, MailSettings } from './mail-port.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

/** By SMTP where a server is named, and into files where none is. */
export function openMailer({ smtpUrl, from, dir }: MailSettings): Mailer {
  return smtpUrl === undefined ? createFileMailbox({ dir, from }) : createSmtpMailer({ smtpUrl, from })
}

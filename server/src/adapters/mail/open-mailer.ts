import { createFileMailbox } from './file-mailbox.ts'
import type { Mailer, MailSettings } from './mail-port.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

/** Names that stand for nobody (RFC 2606): those of a demonstration's people, and of examples. */
const NOBODYS = /[.@](?:example|invalid|test|localhost)$|[.@]example\.(?:com|net|org)$/i

/** By SMTP where a server is named, and into files where none is. What is for nobody leaves this machine in no case. */
export function openMailer({ smtpUrl, from, dir }: MailSettings): Mailer {
  const files = createFileMailbox({ dir, from })
  if (smtpUrl === undefined) return files
  const server = createSmtpMailer({ smtpUrl, from })
  return { send: (mail) => (NOBODYS.test(mail.to) ? files : server).send(mail) }
}

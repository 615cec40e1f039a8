import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { atEnd } from '#server/database/at-end.ts'
import type { Mail } from './mail-port.ts'
import { openMailer } from './open-mailer.ts'
import { testSmtpServer } from './test-smtp-server.ts'

const from = 'IZA OS <iza@example.com>'
const home = mkdtempSync(join(tmpdir(), 'iza-mail-'))
atEnd(async () => rmSync(home, { recursive: true, force: true }))

const smtp = await testSmtpServer((recipient) =>
  recipient.includes('gone@')
    ? '550 no such mailbox'
    : recipient.includes('busy@')
      ? '451 come back later'
      : undefined,
)
const dir = join(home, 'mail')
const mailboxes = {
  'a file mailbox': {
    mailer: openMailer({ smtpUrl: undefined, from, dir }),
    kept: () => readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8')),
  },
  'an SMTP server': {
    mailer: openMailer({ smtpUrl: smtp.url, from, dir }),
    kept: () => smtp.messages.map((message) => message.replaceAll('\r\n', '\n')),
  },
}

function mail(given: Partial<Mail> = {}): Mail {
  const text = 'Dear Ada,\n\n.a line that begins with a point, an ü, and a long one: ' + 'word '.repeat(60)
  return { to: 'ada@studio.local', subject: 'What is due', text, key: 'run_1/send', ...given }
}

for (const [name, { mailer, kept }] of Object.entries(mailboxes)) {
  describe(name, () => {
    test('has a mail as it was sent: RFC 5322, to one person, with the Message-ID of its key', async () => {
      await mailer.send(mail())
      const [head = '', ...body] = (kept()[0] ?? '').split('\n\n')
      match(head, /^From: IZA OS <iza@example\.com>$/m)
      match(head, /^To: ada@studio\.local$/m)
      match(head, /^Subject: What is due$/m)
      match(head, /^Message-ID: <run_1\.send@iza-os\.invalid>$/m)
      match(head, /^Auto-Submitted: auto-generated$/m)
      match(head, /^Date: /m)
      ok(body.join('\n\n').includes('=C3=BC'), 'an ü in quoted-printable')
      ok(
        body
          .join()
          .split('\n')
          .every((line) => line.length <= 78),
      )
    })

    test('a hostile subject adds no header, and a hostile address no recipient', async () => {
      const before = kept().length
      await mailer.send(
        mail({ key: 'run_2/send', subject: 'Due\r\nBcc: eve@studio.local', to: 'ada@studio.local' }),
      )
      const [head = ''] = (kept()[before] ?? kept().at(-1) ?? '').split('\n\n')
      deepEqual(head.match(/^Bcc:/m), null)
      const count = kept().length
      await rejects(
        mailer.send(mail({ key: 'run_3/send', to: 'ada@studio.local, eve@studio.local' })),
        /one address/,
      )
      equal(kept().length, count)
    })
  })
}

test('the same key is one file, and only its owner reads it', async () => {
  const { mailer } = mailboxes['a file mailbox']
  const count = readdirSync(dir).length
  await mailer.send(mail())
  await mailer.send(mail())
  equal(readdirSync(dir).length, count)
  const [name = ''] = readdirSync(dir).toSorted()
  match(name, /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-run_1\.send\.eml$/)
  equal(statSync(join(dir, name)).mode & 0o777, 0o600)
  equal(statSync(dir).mode & 0o777, 0o700)
})

test('what a server refuses for good is a refusal; what it may take later is tried again', async () => {
  const { mailer } = mailboxes['an SMTP server']
  const told = (to: string) =>
    mailer.send(mail({ to })).then(
      () => 'sent',
      (error: unknown) => (error instanceof Problem ? [error.kind, error.code] : error),
    )
  deepEqual(await told('gone@studio.local'), ['conflict', 'mail.refused'])
  deepEqual(await told('busy@studio.local'), ['unavailable', 'mail.not-taken'])
  const nobody = openMailer({ smtpUrl: 'smtp://127.0.0.1:1', from, dir })
  const refused = await nobody.send(mail()).catch((error: unknown) => error)
  ok(refused instanceof Problem && refused.code === 'mail.not-taken', String(refused))
})

test('what is for nobody leaves this machine in no case, also where a server is named', async () => {
  const [sent, kept] = [smtp.messages.length, readdirSync(dir).length]
  const { mailer } = mailboxes['an SMTP server']
  for (const to of ['jonas@aiboss.example', 'ada@example.com', 'eve@sub.example.org', 'x@localhost'])
    await mailer.send(mail({ to, key: `run_9/${to}` }))
  equal(smtp.messages.length, sent)
  equal(readdirSync(dir).length, kept + 4)
})

import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { composeMessage } from './compose-message.ts'
import type { Mailer } from './mail-port.ts'

/**
 * Keeps each mail as a file, `2026-10-31T09-30-00.000Z-<key>.eml` (RFC 5322), which any mail program opens; readable by the
 * owner of the process only, for links in it open doors. The folder is made with the first mail.
 */
export function createFileMailbox({ dir, from }: { dir: string; from: string }): Mailer {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(mail) {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      const ending = `-${mail.key.replaceAll(/[^\w-]+/g, '.')}.eml`
      if ((await readdir(dir)).some((name) => name.endsWith(ending))) return
      const { message } = await writer.sendMail(composeMessage(mail, from))
      const name = `${new Date().toISOString().replaceAll(':', '-')}${ending}`
      // Renamed when it is whole: whoever watches the folder never reads half a mail.
      const unfinished = join(dir, `${name}.part`)
      await writeFile(unfinished, message, { mode: 0o600, flush: true })
      await rename(unfinished, join(dir, name))
    },
  }
}

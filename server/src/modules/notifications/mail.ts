import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { program } from '#server/runs/program.ts'
import { MAILING } from './mailing.ts'
import { composeMail } from './compose-mail.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { unreadFor } from './unread-for.ts'

/**
 * Mails what somebody has not read yet, of one notification or of a day's. It looks when it is about to mail: what was read
 * meanwhile, and what they may not read any more, is not in it, and of nothing no mail is sent.
 */
export function mail(means: NotificationsMeans) {
  return program({
    ...MAILING,
    isOutgoing: true,
    async run({ personId, from, upTo, isDigest }, work) {
      const found = await work.look(async (tx) => {
        await tx.enter({ studioId: work.studioId, coverage: '*', isWorker: true })
        return unreadFor(tx, means, { personId: idFrom('person', personId), from, upTo, isDigest })
      })
      if (!found) return { isSent: false }
      await work.send('mail', z.null(), async (key) => {
        const composed = composeMail(found, { isDigest, siteUrl: means.mail.siteUrl })
        await means.mail.mailer.send({ to: found.email, ...composed, key })
        return null
      })
      return { isSent: true }
    },
  })
}

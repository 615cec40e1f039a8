import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { program } from '#server/runs/program.ts'
import type { IdentityMeans } from './identity-means.ts'
import { findResetToMail } from './password-reset-queries.ts'

/** Mails the link with which somebody who forgot the password chooses a new one, where it is still good. */
export function mailPasswordReset({ links, mail }: Pick<IdentityMeans, 'links' | 'mail'>) {
  return program({
    name: 'identity.mail-password-reset',
    title: () => ({
      en: 'Mail the link of a password reset',
      de: 'Link zum Zurücksetzen des Passworts per E-Mail',
    }),
    input: z.strictObject({ resetId: id('password_reset') }),
    async run({ resetId }, work) {
      const reset = await work.look((tx) => findResetToMail(tx, resetId))
      if (!reset) return { isSent: false }
      const link = `${mail.siteUrl}/reset#${links.tokenOf('reset', resetId)}`
      const text = [
        `Dear ${reset.display_name},`,
        'somebody asked for a new password for your account on IZA OS. If it was you, choose one here:',
        link,
        `The link works once, and is good until ${reset.expires_at.slice(11, 16)} UTC. If it was not you, do nothing: your password stays as it is.`,
      ].join('\n\n')
      await work.send('mail', z.null(), async (key) => {
        await mail.mailer.send({ to: reset.email, subject: 'Choose a new password', text, key })
        return null
      })
      return { isSent: true }
    },
  })
}

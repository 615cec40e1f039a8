import { z } from 'zod'
import { languageNamed, type Language } from '#kernel/languages.ts'
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
      const reset = await work.look(async (tx) => {
        // As a worker, who may read which language somebody chose.
        await tx.enter({ studioId: work.studioId, coverage: '*', isWorker: true })
        return findResetToMail(tx, resetId)
      })
      if (!reset) return { isSent: false }
      const link = `${mail.siteUrl}/reset#${links.tokenOf('reset', resetId)}`
      const { email, display_name: name, language, expires_at: until } = reset
      const { subject, text } = WORDS[languageNamed(language)]({ name, link, until: until.slice(11, 16) })
      await work.send('mail', z.null(), async (key) => {
        await mail.mailer.send({ to: email, subject, text, key })
        return null
      })
      return { isSent: true }
    },
  })
}

interface Facts {
  name: string
  link: string
  /** Of the day, in UTC. */
  until: string
}

const WORDS: Record<Language, (facts: Facts) => { subject: string; text: string }> = {
  en: ({ name, link, until }) => ({
    subject: 'Choose a new password',
    text: [
      `Dear ${name},`,
      'somebody asked for a new password for your account on IZA OS. If it was you, choose one here:',
      link,
      `The link works once, and is good until ${until} UTC. If it was not you, do nothing: your password stays as it is.`,
    ].join('\n\n'),
  }),
  de: ({ name, link, until }) => ({
    subject: 'Wählen Sie ein neues Passwort',
    text: [
      `Guten Tag ${name},`,
      'jemand hat für Ihr Konto bei IZA OS ein neues Passwort angefordert. Waren Sie es, wählen Sie hier eines:',
      link,
      `Der Link gilt einmal und bis ${until} UTC. Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.`,
    ].join('\n\n'),
  }),
}

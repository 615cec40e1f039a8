import { z } from 'zod'
import { LANGUAGES, type Language } from '#kernel/languages.ts'
import { id } from '#server/catalogue/fields.ts'
import { program } from '#server/runs/program.ts'
import type { IdentityMeans } from './identity-means.ts'
import { findInvitationToMail } from './invitation-queries.ts'

/** Mails the link of an invitation, where it is still open. */
export function mailInvitation({ links, mail }: Pick<IdentityMeans, 'links' | 'mail'>) {
  return program({
    name: 'identity.mail-invitation',
    title: () => ({ en: 'Mail an invitation', de: 'Einladung per E-Mail' }),
    input: z.strictObject({ invitationId: id('invitation') }),
    async run({ invitationId }, work) {
      const invitation = await work.look((tx) => findInvitationToMail(tx, invitationId))
      if (!invitation) return { isSent: false }
      const { email, display_name: name, studio_name: studio, expires_at: until } = invitation
      const link = `${mail.siteUrl}/join#${links.tokenOf('invitation', invitationId)}`
      const facts = { name, studio, link, until: until.slice(0, 10) }
      // Nobody knows yet which language they read: they choose one when they are in.
      const text = LANGUAGES.map((language) => WORDS[language](facts)).join('\n\n— — —\n\n')
      await work.send('mail', z.null(), async (key) => {
        await mail.mailer.send({ to: email, subject: `Join ${studio}`, text, key })
        return null
      })
      return { isSent: true }
    },
  })
}

interface Facts {
  name: string
  studio: string
  link: string
  until: string
}

const WORDS: Record<Language, (facts: Facts) => string> = {
  en: ({ name, studio, link, until }) =>
    [
      `Dear ${name},`,
      `you are invited to join ${studio} on IZA OS. Choose a password here:`,
      link,
      `The link is for you alone, works once, and is good until ${until}.`,
    ].join('\n\n'),
  de: ({ name, studio, link, until }) =>
    [
      `Guten Tag ${name},`,
      `Sie sind eingeladen, bei ${studio} auf IZA OS mitzuarbeiten. Wählen Sie hier ein Passwort:`,
      link,
      `Der Link ist für Sie allein, gilt einmal und bis zum ${until}.`,
    ].join('\n\n'),
}

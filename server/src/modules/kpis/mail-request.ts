import { z } from 'zod'
import type { Language } from '#kernel/languages.ts'
import { id } from '#server/catalogue/fields.ts'
import { findAddressee } from '#server/modules/identity/index.ts'
import { program } from '#server/runs/program.ts'
import type { KpisMeans } from './kpis-means.ts'
import { asksOf, findOpenRequest, type AskRow } from './requests-queries.ts'

const LINES_MAX = 20

/** Mails the link of one request, where it is still open and the person still belongs to the studio. */
export function mailRequest({ links, mail }: KpisMeans) {
  return program({
    name: 'kpis.mail-request',
    title: () => ({ en: 'Mail a request for values', de: 'Anfrage nach Werten per E-Mail' }),
    input: z.strictObject({ requestId: id('kpi_request') }),
    async run({ requestId }, work) {
      const found = await work.look(async (tx) => {
        // As a worker, who may read which language somebody chose.
        await tx.enter({ studioId: work.studioId, coverage: '*', isWorker: true })
        const request = await findOpenRequest(tx, requestId)
        const asked = request && (await findAddressee(tx, request.person_id))
        return request && asked && { request, asked, asks: await asksOf(tx, [requestId]) }
      })
      if (!found) return { isSent: false }
      const { request, asked, asks } = found
      const link = `${mail.siteUrl}/answer#${links.tokenOf('answer', requestId)}`
      const { subject, text } = WORDS[asked.language]({
        ...asked,
        count: asks.length,
        asks: linesOf(asks, asked.language),
        link,
        until: request.expires_at.slice(0, 10),
      })
      await work.send('mail', z.null(), async (key) => {
        await mail.mailer.send({ to: asked.email, subject, text, key })
        return null
      })
      return { isSent: true }
    },
  })
}

function linesOf(asks: readonly AskRow[], language: Language): string {
  const of = language === 'de' ? 'von' : 'of'
  const more = asks.length - LINES_MAX
  const lines = asks
    .slice(0, LINES_MAX)
    .map(({ kpi_name: kpi, business_name: business, period }) => `- ${kpi} ${of} ${business}, ${period}`)
  if (more > 0) lines.push(language === 'de' ? `- und ${more} weitere` : `- and ${more} more`)
  return lines.join('\n')
}

interface Facts {
  name: string
  studioName: string
  count: number
  asks: string
  link: string
  until: string
}

const WORDS: Record<Language, (facts: Facts) => { subject: string; text: string }> = {
  en: ({ name, studioName: studio, count, asks, link, until }) => ({
    subject: `${count === 1 ? 'A value is' : `${count} values are`} asked for`,
    text: [
      `Dear ${name},`,
      `${studio} asks you for ${count === 1 ? 'a value' : `${count} values`}:`,
      asks,
      `Tell ${count === 1 ? 'it' : 'them'} here, without signing in:`,
      link,
      `The link is for you alone, takes one answer, and is good until ${until}.`,
    ].join('\n\n'),
  }),
  de: ({ name, studioName: studio, count, asks, link, until }) => ({
    subject: `Es wird nach ${count === 1 ? 'einem Wert' : `${count} Werten`} gefragt`,
    text: [
      `Guten Tag ${name},`,
      `${studio} fragt Sie nach ${count === 1 ? 'einem Wert' : `${count} Werten`}:`,
      asks,
      `Melden Sie ${count === 1 ? 'ihn' : 'sie'} hier, ohne sich anzumelden:`,
      link,
      `Der Link ist für Sie allein, nimmt eine Antwort und gilt bis zum ${until}.`,
    ].join('\n\n'),
  }),
}

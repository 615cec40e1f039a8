import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { program } from '#server/runs/program.ts'
import type { KpisMeans } from './kpis-means.ts'
import { asksOf, findAsked, findOpenRequest, type AskRow } from './requests-queries.ts'

const LINES_MAX = 20

/** Mails the link of one request, where it is still open and the person still belongs to the studio. */
export function mailRequest({ links, mail }: KpisMeans) {
  return program({
    name: 'kpis.mail-request',
    title: () => ({ en: 'Mail a request for values', de: 'Anfrage nach Werten per E-Mail' }),
    input: z.strictObject({ requestId: id('kpi_request') }),
    async run({ requestId }, work) {
      const found = await work.look(async (tx) => {
        const request = await findOpenRequest(tx, requestId)
        const asked = request && (await findAsked(tx, request.person_id))
        return request && asked && { request, asked, asks: await asksOf(tx, [requestId]) }
      })
      if (!found) return { isSent: false }
      const { request, asked, asks } = found
      const link = `${mail.siteUrl}/answer#${links.tokenOf('answer', requestId)}`
      const text = [
        `Dear ${asked.name},`,
        `${asked.studio_name} asks you for ${asks.length === 1 ? 'a value' : `${asks.length} values`}:`,
        linesOf(asks).join('\n'),
        `Tell ${asks.length === 1 ? 'it' : 'them'} here, without signing in:`,
        link,
        `The link is for you alone, takes one answer, and is good until ${request.expires_at.slice(0, 10)}.`,
      ].join('\n\n')
      const subject = `${asks.length === 1 ? 'A value is' : `${asks.length} values are`} asked for`
      await work.send('mail', z.null(), async (key) => {
        await mail.mailer.send({ to: asked.email, subject, text, key })
        return null
      })
      return { isSent: true }
    },
  })
}

function linesOf(asks: readonly AskRow[]): string[] {
  const lines = asks
    .slice(0, LINES_MAX)
    .map(({ kpi_name: kpi, business_name: business, period }) => `- ${kpi} of ${business}, ${period}`)
  return asks.length > LINES_MAX ? [...lines, `- and ${asks.length - LINES_MAX} more`] : lines
}

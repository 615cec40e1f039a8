import { z } from 'zod'
import { id, instant, line } from '#server/catalogue/fields.ts'
import { currency, period, Unit } from './schema.ts'

/** What one link asks for at most: more than a person fills in at one sitting. */
export const ASKS_MAX = 100

export const RequestStatus = z
  .enum(['open', 'answered', 'expired'])
  .describe('Open until it is answered, or until its link has expired.')
export type RequestStatus = z.output<typeof RequestStatus>

/** One value that is asked for. */
export const Ask = z.strictObject({
  business: z.strictObject({ id: id('business'), name: line(200) }),
  kpi: z.strictObject({ id: id('kpi'), name: line(80) }),
  period: period(),
})

export const ValueRequest = z
  .strictObject({
    id: id('kpi_request'),
    person: z.strictObject({ id: id('person'), name: line(120) }),
    status: RequestStatus,
    asks: z
      .array(Ask.extend({ isAnswered: z.boolean() }))
      .max(ASKS_MAX)
      .describe('Those that your grants cover.'),
    askedAt: instant(),
    expiresAt: instant(),
    openedAt: instant().nullable().describe('When the link was first opened.'),
    answeredAt: instant().nullable(),
  })
  .meta({ id: 'ValueRequest' })
export type ValueRequest = z.output<typeof ValueRequest>

/** What the page of a link shows. */
export const RequestForm = {
  studioName: line(120),
  personName: line(120),
  expiresAt: instant(),
  asks: z
    .array(
      Ask.extend({
        kpi: z.strictObject({
          id: id('kpi'),
          name: line(80),
          description: z.string().max(2000),
          unit: Unit,
          currency: currency().nullable(),
        }),
      }),
    )
    .max(ASKS_MAX),
}

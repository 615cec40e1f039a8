import { z } from 'zod'
import { CADENCES } from '#kernel/periods.ts'
import { actorKind, id, instant, line, prose, webLink } from '#server/catalogue/fields.ts'

export const VALUES_MAX = 500
/** Of claims, a whole file of them is one change: see the module imports. */
export const CLAIMS_MAX = 20_000
export const CLAIMS_BODY_BYTES_MAX = 40_000_000

export const Unit = z.enum(['money', 'count', 'percent', 'ratio', 'days'])
export type Unit = z.output<typeof Unit>
export const Cadence = z.enum(CADENCES).describe('For how long one value stands.')
export const Provenance = z
  .enum(['posted', 'measured', 'claimed'])
  .describe(
    'Posted from a book, measured by a connected source, or claimed by somebody; the first is strongest.',
  )
export type Provenance = z.output<typeof Provenance>

export function currency() {
  return z
    .string()
    .max(3)
    .regex(/^[A-Z]{3}$/, 'expected a code of ISO 4217, such as EUR')
}

export function period() {
  return z
    .string()
    .max(8)
    .describe('As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3.')
}

/** Never a float: what was told is what is kept. */
export function decimal() {
  return z
    .string()
    .max(20)
    .regex(/^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/, 'expected a number such as 1200 or -12.50')
    .refine((text) => text.replaceAll(/[-.]/g, '').length <= 18, 'expected 18 digits at most')
    .describe('A decimal number as text: at most 18 digits, at most 6 of them after the point.')
}

/** What was computed from values may be longer than one of them. */
export function figure() {
  return z.string().max(60).describe('A decimal number as text.')
}

export const KpiFields = {
  name: line(80).describe('What is measured, such as Revenue.'),
  description: prose(2000).describe('How it is counted, so that two people count alike.'),
  unit: Unit,
  currency: currency().nullable().describe('Of money only, and then needed: ISO 4217.'),
  better: z.enum(['up', 'down']).describe('Which direction is the better one.'),
  cadence: Cadence,
  addsUp: z
    .enum(['sum', 'last', 'average'])
    .describe('What several periods of one business make: their sum, the last of them, or their average.'),
  ownerId: id('person').nullable().describe('Who answers for it.'),
  isHeadline: z.boolean().describe('True for the one whose provenance Home shows; there is one at most.'),
  isValuation: z
    .boolean()
    .describe('True for the one that says what a business is worth; of money, and one at most.'),
  postedFrom: z
    .enum(['revenue', 'gross-profit', 'contribution', 'net-result', 'cost'])
    .nullable()
    .describe(
      'Which figure of the books its values are, of money only: they are then posted by themselves when a period has ended. Cost is revenue less the net result.',
    ),
  tolerancePercent: z
    .number()
    .min(0)
    .max(1000)
    .multipleOf(0.1)
    .describe('By how much a claim may differ from what was measured or posted before it contradicts it.'),
  graceDays: z
    .int()
    .min(0)
    .max(366)
    .describe('Days after the end of a period until a missing value is stale.'),
}

export const Kpi = z
  .strictObject({
    id: id('kpi'),
    ...KpiFields,
    ownerName: z.string().max(120).nullable(),
    revision: z.int().describe('Raised by every change.'),
    createdAt: instant(),
    archivedAt: instant().nullable(),
  })
  .meta({ id: 'Kpi' })
export type Kpi = z.output<typeof Kpi>

export const KpiValue = z
  .strictObject({
    id: id('kpi_value'),
    business: z.strictObject({ id: id('business'), name: line(200) }),
    kpi: z.strictObject({ id: id('kpi'), name: line(80) }),
    period: period(),
    value: figure(),
    unit: Unit,
    currency: currency().nullable(),
    provenance: Provenance,
    source: z.string().max(400),
    link: z.string().max(2000).nullable(),
    note: z.string().max(1000),
    recordedBy: z.strictObject({
      kind: actorKind(),
      id: z.string().max(80),
      name: z.string().max(120).nullable().describe('As it is now; null for what has no name.'),
    }),
    recordedAt: instant(),
    isInForce: z.boolean().describe('Whether this is the value that counts for its business and period.'),
    withdrawnAt: instant().nullable(),
  })
  .meta({ id: 'KpiValue' })
export type KpiValue = z.output<typeof KpiValue>

/** One value as it is handed in. */
export const ValueFields = {
  businessId: id('business'),
  kpiId: id('kpi'),
  period: period(),
  value: decimal(),
  unit: Unit.optional().describe('Repeat it to be sure: a value in another unit is refused.'),
  currency: currency().optional().describe('Repeat it to be sure: money in another currency is refused.'),
  link: webLink().nullable().default(null).describe('Where it can be looked up.'),
  note: prose(1000).default(''),
}

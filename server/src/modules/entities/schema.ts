import { z } from 'zod'
import { isCurrency } from '#kernel/currencies.ts'
import { id, instant, line, prose } from '#server/catalogue/fields.ts'
import { isEin } from './ein.ts'
import { EntityStatus } from './entity-states.ts'
import { isLei } from './lei.ts'

export const EntityFields = {
  name: line(200).describe('The registered name.'),
  kind: line(60).describe('The legal form: LLC, Inc., GmbH …'),
  jurisdiction: line(60).min(2).describe('Where it is registered, for example "US-DE" or "Germany".'),
}

/** Days of each month in a leap year: a fiscal year may end on 29 February. */
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** What may be known of an entity; null says that it is not. */
export const KnownFields = {
  ein: z
    .string()
    .max(10)
    .refine(isEin, 'expected an EIN such as 12-3456789, with a prefix that the IRS gives out')
    .nullable()
    .describe('US Employer Identification Number: NN-NNNNNNN, with a prefix that the IRS gives out.'),
  lei: z
    .string()
    .max(20)
    .refine(isLei, 'expected a LEI of 20 characters whose check digits are right (ISO 17442)')
    .nullable()
    .describe('Legal Entity Identifier, ISO 17442: 20 characters, the last two of them check digits.'),
  registrationNumber: line(60).nullable().describe('Its number in the register of its jurisdiction.'),
  registeredAddress: prose(400).min(1).nullable().describe('Its seat, as registered.'),
  postalAddress: prose(400).min(1).nullable().describe('Where letters reach it, if elsewhere.'),
  functionalCurrency: z
    .string()
    .max(3)
    .refine(isCurrency, 'expected a currency of ISO 4217, such as USD or EUR')
    .nullable()
    .describe('The currency that it keeps its book in, ISO 4217.'),
  fiscalYearEnd: z
    .string()
    .max(5)
    .refine(isDayOfYear, 'expected a month and a day, such as 12-31 or 03-31')
    .nullable()
    .describe('The last day of its fiscal year: MM-DD.'),
}

function isDayOfYear(text: string): boolean {
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(3))]
  return /^\d\d-\d\d$/.test(text) && day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0)
}

export const Entity = z
  .strictObject({
    id: id('entity'),
    ...EntityFields,
    status: EntityStatus,
    ...KnownFields,
    revision: z.int().describe('Raised by every change.'),
    createdAt: instant(),
    updatedAt: instant(),
  })
  .meta({ id: 'Entity' })
export type Entity = z.output<typeof Entity>

/** What only one entity of a studio can have. */
export type Identifying = Pick<Entity, 'name' | 'jurisdiction' | 'ein' | 'lei' | 'registrationNumber'>

/** The fields of an entity that can be changed. */
export const ChangeableEntity = z
  .strictObject({ ...EntityFields, status: EntityStatus, ...KnownFields })
  .partial()
export type ChangeableEntity = z.output<typeof ChangeableEntity>

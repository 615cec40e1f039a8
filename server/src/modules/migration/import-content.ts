import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { CAPTION_NAMES } from '#kernel/captions.ts'
import { decimalOf } from '#kernel/money.ts'
import { id } from '#server/catalogue/fields.ts'
import type { DecidedCompany, PlannedLine, Target } from './import-model.ts'

const Line = z.tuple([
  z.int().describe('The place of its account.'),
  z.string().describe('Decimal text, debits positive.'),
  id('business').nullable(),
  z.boolean().describe('Whether it is overhead.'),
  z.string().describe('Memo; empty where there is none.'),
  id('entity').nullable().optional().describe('Its partner.'),
])

/** What was checked, as it waits for its run. */
export const ImportContent = z.object({
  importId: id('book_import').nullable(),
  companies: z.array(
    z.object({
      company: z.string(),
      entityId: id('entity'),
      bookId: id('book').nullable(),
      currency: z.string(),
      asOf: z.string(),
      accounts: z.array(
        z.object({
          accountId: id('account').nullable(),
          code: z.string(),
          name: z.string(),
          type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
          role: z.enum(['cash', 'receivable', 'payable', 'retained-earnings']).nullable(),
          caption: z.enum(CAPTION_NAMES),
          sourceMinor: z.string(),
        }),
      ),
      entries: z.array(
        z.object({
          effectiveOn: z.string(),
          memo: z.string(),
          externalId: z.string(),
          source: z.enum(['migration', 'opening']).default('migration'),
          lines: z.array(Line),
        }),
      ),
    }),
  ),
})
export type ImportContent = z.output<typeof ImportContent>
export type CompanyContent = ImportContent['companies'][number]

/** A company that ties out, as its run needs it: every account is decided, and so is its entity. */
export function companyContent(one: DecidedCompany): CompanyContent {
  const entity = present(one.entity, 'a company that ties out has an entity')
  const currency = present(one.currency, 'a company that ties out has a currency')
  const place = new Map(one.rows.map(({ target }, at) => [target, at]))
  return {
    company: one.company,
    entityId: entity.id,
    bookId: entity.bookId,
    currency,
    asOf: one.asOf,
    accounts: one.rows.map(({ target, sourceMinor }) => accountContent(target, sourceMinor)),
    entries: one.entries.map(({ lines, effectiveOn, memo, externalId, source }) => ({
      effectiveOn,
      memo,
      externalId,
      source,
      lines: lines.map((line) => lineContent(line, place, currency)),
    })),
  }
}

function accountContent(target: Target, sourceMinor: bigint): CompanyContent['accounts'][number] {
  const { accountId, code, name, role } = target
  const caption = present(target.caption, 'an account that ties out has a caption')
  const type = present(target.type, 'and so a type')
  return { accountId, code, name, type, role, caption, sourceMinor: String(sourceMinor) }
}

function lineContent(
  { target, partnerId, minor, businessId, isOverhead, memo }: PlannedLine,
  place: ReadonlyMap<Target, number>,
  currency: string,
): z.output<typeof Line> {
  return [
    present(place.get(target), 'a row per account'),
    decimalOf(minor, currency),
    businessId,
    isOverhead,
    memo,
    partnerId,
  ]
}

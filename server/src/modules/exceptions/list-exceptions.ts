import { z } from 'zod'
import type { Language } from '#kernel/languages.ts'
import { present } from '#kernel/assert.ts'
import { id, instant, line } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { ExceptionRule } from './exception-rule.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'
import { countExceptions, pageOfExceptions, type ExceptionRow } from './exceptions-queries.ts'
import { unknownRule } from './problems.ts'
import { READ, whatOpens, type Opens } from './what-opens.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'

const ORDER = ['rule', 'subject', 'other']

const Exception = z
  .strictObject({
    rule: z.string().max(60).describe('Which rule found it.'),
    title: z.string().max(80),
    says: z.string().max(1000).describe('What is wrong, with the values, and what to do.'),
    subjectId: z.string().max(80),
    opens: z
      .boolean()
      .describe(
        'Whether you may read what it leads to: an approval, or the book. False where it leads nowhere.',
      ),
    otherId: z.string().max(80).nullable().describe('The second one of a pair.'),
    business: z
      .strictObject({
        id: id('business'),
        name: line(200),
        opens: z.boolean().describe('Whether you may read the business.'),
      })
      .nullable(),
    entity: z.strictObject({ id: id('entity'), name: line(200) }).nullable(),
    since: instant().nullable(),
  })
  .meta({ id: 'Exception' })

export function listExceptions(rules: readonly ExceptionRule[], means: SubjectMeans) {
  return operation({
    name: 'exceptions.list-exceptions',
    summary:
      'Pages through what is wrong in the portfolio, by rule: duplicates, contradictions, what stalled, what is missing.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: READ,
    risk: 'none',
    input: z.strictObject({
      rule: z.string().max(60).optional().describe('One of the rules of exceptions.summarise-exceptions.'),
      businessId: id('business').optional(),
      entityId: id('entity').optional(),
      ...PageFields,
    }),
    output: pageOf(Exception),
    examples: async () => [{}, { limit: 1 }, ...rules.slice(0, 1).map(({ name: rule }) => ({ rule }))],
    async handle({ rule, businessId, entityId, cursor, limit }, { tx, access: given, language }) {
      const after = readCursor(cursor, ORDER)
      if (after && !/^\d{1,3}$/.test(after[0] ?? '')) throw invalidCursor(cursor ?? '')
      if (rule !== undefined && !rules.some(({ name }) => name === rule))
        throw unknownRule(
          rule,
          rules.map(({ name }) => name),
        )
      const access = present(given, 'exceptions are those of a studio')
      const open = withinCoverage(READ, rules, access)
      const asked = open.filter(({ name }) => rule === undefined || name === rule)
      if (asked.length === 0) return { items: [], nextCursor: null, total: 0 }
      const filter = { businessId, entityId }
      const [rows, counts] = await Promise.all([
        pageOfExceptions(tx, asked, { ...filter, after, limit: limit + 1 }),
        countExceptions(tx, asked, filter),
      ])
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const page = pageFrom(rows, { limit, order: ORDER, total, keyOf })
      const opens = await whatOpens({ tx, access }, { rows: page.items, rules: asked, means })
      return { ...page, items: page.items.map((row) => exceptionOf(row, { rules: asked, opens, language })) }
    },
  })
}

function keyOf(row: ExceptionRow): string[] {
  return [String(row.place), row.subject_id, row.other_id]
}

function exceptionOf(
  row: ExceptionRow,
  { rules, opens, language }: { rules: readonly ExceptionRule[]; opens: Opens; language: Language },
): z.output<typeof Exception> {
  const rule = present(rules[row.place], 'a row of one of the rules')
  return {
    rule: rule.name,
    title: rule.title[language],
    says: rule.says(row.facts)[language],
    subjectId: row.subject_id,
    opens: opens.subject(row),
    otherId: row.other_id === '' ? null : row.other_id,
    business: row.business_id && {
      id: row.business_id,
      name: row.business_name ?? '',
      opens: opens.business(row),
    },
    entity: row.entity_id && { id: row.entity_id, name: row.entity_name ?? '' },
    since: row.since,
  }
}

import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findLine, pageOfChanges } from './audit-queries.ts'
import { exampleLine } from './example-line.ts'
import { lineNotFound } from './problems.ts'
import { AuditChange, AuditLine, CHANGES_SHOWN, Json } from './schema.ts'
import { findHeadFrom } from './seal-queries.ts'

export const getLine = operation({
  name: 'audit.get-line',
  summary:
    'Reads one line of the audit: what was asked for, what was before and after, and whether it is sealed.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'audit.read-lines',
  risk: 'none',
  input: z.strictObject({ lineId: id('audit_line') }),
  output: AuditLine.extend({
    input: Json.describe('What was asked for, without its secrets.'),
    changes: z
      .array(AuditChange)
      .max(CHANGES_SHOWN)
      .describe(`The first ${CHANGES_SHOWN}; audit.list-changes pages through all.`),
    sealedAt: instant().nullable().describe('When the first head over it was signed.'),
  }).meta({ id: 'AuditLineInFull' }),
  examples: async (factory) => [{ lineId: await exampleLine(factory) }],
  async handle({ lineId }, { tx, access }) {
    const { studioId } = present(access, 'somebody signed in')
    const [found, changes] = await Promise.all([
      findLine(tx, lineId),
      pageOfChanges(tx, lineId, { after: 0, limit: CHANGES_SHOWN }),
    ])
    if (!found) throw lineNotFound(lineId)
    const { line, input } = found
    const head = line.number === null ? undefined : await findHeadFrom(tx, studioId, line.number)
    return { ...line, input: Json.parse(input), changes, sealedAt: head?.sealedAt ?? null }
  },
})

import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { instant } from '#server/catalogue/fields.ts'
import { cursorAfter } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { readWholeNumbers } from './audit-cursors.ts'
import type { AuditMeans } from './audit-means.ts'
import { Finding, FINDINGS_MAX, Findings } from './findings.ts'
import { headFile } from './head-file.ts'
import { findHeadUpTo, listHeadsAfter } from './seal-queries.ts'
import { readFilePage, verifyFile } from './verify-file.ts'
import { verifyPage } from './verify-page.ts'
import { findBehindLastHead } from './verify-queries.ts'

const HEADS_PER_PAGE = 500
const ORDER = ['size', 'offset']

/** Recomputes everything from the lines themselves: what is stored of hashes is only compared. */
export function verifyLines({ signer, headsDir }: AuditMeans) {
  return operation({
    name: 'audit.verify-lines',
    summary:
      'Checks that no audit line was edited, removed, reordered, inserted or cut off since it was sealed; a part of the log per call.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'audit.read-lines',
    risk: 'none',
    input: z.strictObject({
      cursor: z.string().max(1000).optional().describe('The `nextCursor` of the part before.'),
      linesMax: z.int().min(1).max(10_000).default(5000).describe('About how many lines to check now.'),
    }),
    output: z.strictObject({
      checked: z.strictObject({
        from: z.int().nullable().describe('The first number of this part; null where nothing is sealed.'),
        to: z.int().nullable(),
        heads: z.int(),
      }),
      findings: z.array(Finding).max(FINDINGS_MAX),
      hasMoreFindings: z.boolean().describe('Whether there were more than are told here.'),
      sealed: z.strictObject({ lines: z.int(), at: instant().nullable() }).describe('What is sealed in all.'),
      unsealed: z
        .strictObject({ lines: z.int(), since: instant().nullable() })
        .describe('What came after the last head: it is checked once it is sealed, within a minute or two.'),
      keyId: z.string().max(16).describe('Of the key that signs now.'),
      nextCursor: z.string().max(1000).nullable().describe('Null when all was checked.'),
    }),
    examples: async () => [{}, { linesMax: 1 }],
    async handle({ cursor, linesMax }, { tx, access }) {
      const { studioId } = present(access, 'somebody signed in')
      const [after = 0, offset = 0] = readWholeNumbers(cursor, ORDER) ?? []
      const path = headFile(headsDir, studioId)
      const lines = await readFilePage({ path, offset })
      const [behind, before, following] = await Promise.all([
        findBehindLastHead(tx, studioId),
        findHeadUpTo(tx, studioId, after),
        listHeadsAfter(tx, { studioId, after, limit: HEADS_PER_PAGE }),
      ])
      const heads = following.filter(({ size }, at) => at === 0 || size - after <= linesMax)
      const isToTheEnd = heads.length === following.length && following.length < HEADS_PER_PAGE
      const findings = new Findings()
      await verifyPage(tx, { studioId, signer, findings, before, heads, isToTheEnd })
      const file = { path, offset, findings, signer, lines, isToTheEnd }
      const end = await verifyFile(file, { after, heads })
      const last = heads.at(-1) ?? before
      if (isToTheEnd && behind.sealSize > behind.headSize) {
        const about = { from: behind.headSize + 1, to: behind.sealSize }
        findings.add(
          'head-changed',
          about,
          `The lines ${about.from} to ${about.to} are sealed, and the head over them is gone.`,
        )
      }
      return {
        checked: {
          from: heads.length > 0 ? after + 1 : null,
          to: heads.at(-1)?.size ?? null,
          heads: heads.length,
        },
        findings: findings.all,
        hasMoreFindings: findings.hasMore,
        sealed: { lines: behind.headSize, at: behind.sealedAt },
        unsealed: { lines: behind.unsealed, since: behind.since },
        keyId: signer.keyId(),
        nextCursor: isToTheEnd || !last ? null : cursorAfter([ORDER.join(), String(last.size), String(end)]),
      }
    },
  })
}

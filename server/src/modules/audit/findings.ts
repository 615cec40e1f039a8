import { z } from 'zod'

/**
 * What a check found. `edited`: a line is not as it was sealed. `removed`: a line that was sealed is gone. `reordered`: a line
 * stands under another's number. `truncated`: the end is gone. `inserted`: a line was put below what was already sealed.
 * `seal-changed`: the stored hashes were changed. `head-changed`: a head is not as it was signed, or is gone.
 * `file-changed`: the file of heads is not as it was written.
 */
export const FindingKind = z
  .enum([
    'edited',
    'removed',
    'reordered',
    'truncated',
    'inserted',
    'seal-changed',
    'head-changed',
    'file-changed',
  ])
  .describe('What was done.')
export type FindingKind = z.output<typeof FindingKind>

export const FINDINGS_MAX = 100

export const Finding = z
  .strictObject({
    kind: FindingKind,
    from: z.int().nullable().describe('The first number that it is about.'),
    to: z.int().nullable().describe('The last number that it is about.'),
    lineId: z.string().max(40).nullable().describe('The line, where it is known.'),
    explanation: z.string().max(400),
  })
  .meta({ id: 'AuditFinding' })
export type Finding = z.output<typeof Finding>

/** What was found so far; the first hundred are kept, and whether there were more. */
export class Findings {
  readonly all: Finding[] = []
  hasMore = false

  add(
    kind: FindingKind,
    about: { from?: number | undefined; to?: number | undefined; lineId?: string | undefined },
    explanation: string,
  ): void {
    if (this.all.length >= FINDINGS_MAX) {
      this.hasMore = true
      return
    }
    const { from, to = from, lineId } = about
    this.all.push({ kind, from: from ?? null, to: to ?? null, lineId: lineId ?? null, explanation })
  }
}

import { z } from 'zod'
import { idFrom, type Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { id } from '#server/catalogue/fields.ts'
import { cursorAfter, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'
import type { Transaction } from '#server/database/database.ts'
import { booksById } from './post-queries.ts'
import { digestOf } from './entry-digest.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { postEntry } from './post-entry.ts'
import { bookNotFound } from './problems.ts'
import {
  instantAfter,
  storedEntries,
  toldEntries,
  wrongSums,
  type Span,
  type StoredEntry,
} from './verify-queries.ts'

const ORDER = ['recordedAt']
const FINDINGS_MAX = 1000
const THE_BEGINNING = '-infinity'
const THE_END = 'infinity'

const Kind = z.enum(['changed', 'told-otherwise', 'not-told', 'missing', 'sums-differ'])
type Kind = z.output<typeof Kind>

interface Found {
  kind: Kind
  entryId: Id<'entry'> | null
  says: Said
}

export const verifyEntries = operation({
  name: 'ledger.verify-entries',
  summary:
    'Checks that no entry of a book was changed, put in or taken out behind the audit, and that its sums are those of its lines; a part per call.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    cursor: z.string().max(1000).optional().describe('The `nextCursor` of the part before.'),
    entriesMax: z.int().min(1).max(5000).default(2000).describe('About how many entries to check now.'),
  }),
  output: z.strictObject({
    checked: z.int().describe('How many entries this part is.'),
    findings: z
      .array(
        z.strictObject({
          kind: Kind,
          entryId: id('entry').nullable(),
          explanation: z.string().max(400),
        }),
      )
      .max(FINDINGS_MAX),
    hasMoreFindings: z.boolean().describe('Whether there were more than are told here.'),
    nextCursor: z.string().max(1000).nullable().describe('Null when all was checked.'),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    return [{ bookId: given.bookId }, { bookId: given.bookId, entriesMax: 1 }]
  },
  async handle({ bookId, cursor, entriesMax }, { tx, language }) {
    if (!(await booksById(tx, [bookId])).has(bookId)) throw bookNotFound(bookId)
    const [after = THE_BEGINNING] = readCursor(cursor, ORDER) ?? []
    if (cursor !== undefined && Number.isNaN(Date.parse(after))) throw invalidCursor(cursor)
    const until = await instantAfter(tx, { bookId, after, limit: entriesMax })
    const { checked, findings } = await verifyPart(tx, { bookId, after, until: until ?? THE_END })
    if (until === undefined)
      for (const sums of await wrongSums(tx, bookId, FINDINGS_MAX))
        findings.push({ kind: 'sums-differ', entryId: null, says: sumsDiffer(sums) })
    return {
      checked,
      findings: findings.slice(0, FINDINGS_MAX).map(({ kind, entryId, says }) => ({
        kind,
        entryId,
        explanation: says[language],
      })),
      hasMoreFindings: findings.length > FINDINGS_MAX,
      nextCursor: until === undefined ? null : cursorAfter([ORDER.join(), until]),
    }
  },
})

/** Rows against their digest, and the digest against the audit, which is sealed: whoever changes one must change both. */
async function verifyPart(tx: Transaction, span: Span): Promise<{ checked: number; findings: Found[] }> {
  const [stored, told] = await Promise.all([storedEntries(tx, span), toldEntries(tx, span)])
  const findings = stored.flatMap((entry): Found[] => {
    const audited = told.get(entry.id)
    told.delete(entry.id)
    const kind = flawOf(entry, audited)
    return kind === undefined ? [] : [{ kind, entryId: entry.id, says: SAYS[kind](entry.id) }]
  })
  for (const entryId of told.keys())
    findings.push({ kind: 'missing', entryId: idFrom('entry', entryId), says: SAYS.missing(entryId) })
  return { checked: stored.length, findings }
}

function flawOf(
  entry: StoredEntry,
  audited: { digest: string; actorId: string } | undefined,
): Exclude<Kind, 'missing' | 'sums-differ'> | undefined {
  if (entry.lines.length !== entry.lineCount || digestOf(entry).toString('hex') !== entry.digest)
    return 'changed'
  if (!audited) return 'not-told'
  return audited.digest === entry.digest && audited.actorId === entry.actorId ? undefined : 'told-otherwise'
}

const SAYS: Record<Exclude<Kind, 'sums-differ'>, (id: string) => Said> = {
  changed: (entry) => ({
    en: `${entry} is not what was posted: the entry or its lines were changed afterwards.`,
    de: `${entry} ist nicht, was gebucht wurde: Die Buchung oder ihre Zeilen wurden danach geändert.`,
  }),
  'told-otherwise': (entry) => ({
    en: `${entry} is not what the audit says was posted under this id.`,
    de: `${entry} ist nicht, was laut Prüfprotokoll unter dieser Kennung gebucht wurde.`,
  }),
  'not-told': (entry) => ({
    en: `${entry} stands in the book, and the audit knows of nobody who posted it then.`,
    de: `${entry} steht im Buch, und das Prüfprotokoll weiß von niemandem, der sie damals gebucht hat.`,
  }),
  missing: (entry) => ({
    en: `${entry} was posted according to the audit, and is not in the book.`,
    de: `${entry} wurde laut Prüfprotokoll gebucht und steht nicht im Buch.`,
  }),
}

function sumsDiffer({ account, effectiveOn }: { account: string; effectiveOn: string }): Said {
  return {
    en: `The sums of "${account}" on ${effectiveOn} are not those of its lines.`,
    de: `Die Summen von „${account}“ am ${effectiveOn} sind nicht die seiner Zeilen.`,
  }
}

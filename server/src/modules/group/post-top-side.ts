import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { amountText, decimalOf, minorOf } from '#kernel/money.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Access } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  aboveManualLimit,
  amount,
  booksById,
  Caption,
  heldOf,
  overManualLimit,
  type AboveLimit,
} from '#server/modules/ledger/index.ts'
import type { Member } from './consolidation-model.ts'
import { exampleGroup } from './example-group.ts'
import { readMembers } from './movements-queries.ts'
import { amountRefused, noCurrency, oneSide, unbalanced, unknownEntity } from './problems.ts'
import { memo } from './schema.ts'
import { insertTopSide } from './top-side-queries.ts'

const LINES_MAX = 200

const NewTopSideLine = z.strictObject({
  caption: Caption,
  debit: amount().optional().describe('One of debit and credit, in the currency of the root.'),
  credit: amount().optional(),
  entityId: id('entity')
    .nullable()
    .default(null)
    .describe(
      'Whose result or net assets it is about, so that its other owners bear their part: of profit in stock, who sold it. The root where it is not named.',
    ),
})
type NewTopSideLine = z.output<typeof NewTopSideLine>

export const postTopSide = operation({
  name: 'group.post-top-side',
  summary:
    'Enters what stands in no entity’s book into the consolidations of a root: profit in stock that is not earned yet, a fair value, a judgement. Never changed; the opposite entry takes it back.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'group.write',
  risk: 'money',
  input: z.strictObject({
    rootEntityId: id('entity').describe('Whose consolidations it is in.'),
    effectiveOn: day(),
    memo: memo(),
    carriesForward: z
      .boolean()
      .default(true)
      .describe(
        'Whether later periods have it too, its results in retained earnings; otherwise its own period alone.',
      ),
    lines: z.array(NewTopSideLine).min(2).max(LINES_MAX).describe('Debits and credits are equal.'),
  }),
  output: z.strictObject({ id: id('top_side') }),
  examples: async (factory) => {
    const { parentId, childId } = await exampleGroup(factory)
    return [
      {
        rootEntityId: parentId,
        effectiveOn: '2026-03-31',
        memo: 'Profit in stock that the subsidiary sold to its parent',
        lines: [
          { caption: 'cost-of-revenue' as const, debit: '20.00', entityId: childId },
          { caption: 'inventory' as const, credit: '20.00', entityId: childId },
        ],
      },
    ]
  },
  async tellHeld({ rootEntityId, effectiveOn, memo: called, lines }, { tx }) {
    const root = (await readMembers(tx, [rootEntityId])).get(rootEntityId)
    if (!root?.currency) return undefined
    const debits = sumOf(linesIn(root.currency, lines).filter(({ minor }) => minor > 0n))
    const moved = amountText(debits, root.currency)
    return heldOf(tx, [rootEntityId], (names) => ({
      en: `"${called}": ${moved} on ${effectiveOn}, in no book but the consolidations of ${names.en}.`,
      de: `„${called}“: ${moved} am ${effectiveOn}, in keinem Buch, aber in den Konzernabschlüssen von ${names.de}.`,
    }))
  },
  async handle(
    { rootEntityId, effectiveOn, memo: why, carriesForward, lines },
    { tx, access, actor, record, needsSecondPerson },
  ) {
    const { studioId } = present(access, 'a group belongs to a studio')
    const named = [...new Set([rootEntityId, ...lines.flatMap(({ entityId }) => entityId ?? [])])]
    const members = await readMembers(tx, named)
    const missing = named.find((one) => !members.has(one))
    if (missing !== undefined) throw unknownEntity(missing)
    const root = present(members.get(rootEntityId), 'the root that was read')
    if (root.currency === null) throw noCurrency(root.name)
    const read = linesIn(root.currency, lines)
    const told = await aboveLimitOf(tx, root, read, access)
    const wait = told && needsSecondPerson(aboveManualLimit(told, root.name))
    if (wait) throw wait
    const entryId = newId('top_side')
    const entry = {
      rootEntityId,
      currency: root.currency,
      effectiveOn,
      memo: why,
      carriesForward,
      lines: read,
    }
    await insertTopSide(tx, { ...entry, id: entryId, studioId, actorKind: actor.kind, actorId: actor.id })
    record({
      type: 'group.top-side-posted',
      subjectId: entryId,
      after: { rootEntityId, effectiveOn, memo: why, carriesForward, lines },
    })
    return { id: entryId }
  },
})

/** Whatever one person types is in the consolidated result: what the root's own book has a second person for, this has as well. */
async function aboveLimitOf(
  tx: Transaction,
  { bookId, currency }: Member,
  lines: readonly { minor: bigint }[],
  access: Access | undefined,
): Promise<AboveLimit | undefined> {
  const book = bookId === null ? undefined : (await booksById(tx, [bookId])).get(bookId)
  if (!book || currency === null) return undefined
  return overManualLimit(
    { lines: lines.map(({ minor }) => ({ currency, amountMinor: minor })), access },
    book,
  )
}

function linesIn(currency: string, lines: readonly NewTopSideLine[]) {
  const read = lines.map(({ caption, entityId, debit, credit }, at) => {
    const given = debit ?? credit
    if (given === undefined || (debit !== undefined && credit !== undefined)) throw oneSide(at + 1)
    const parsed = minorOf(given, currency)
    if ('wrong' in parsed || parsed.minor === 0n) throw amountRefused(given, currency)
    return { caption, entityId, minor: debit === undefined ? -parsed.minor : parsed.minor }
  })
  const [debits, credits] = [
    sumOf(read.filter(({ minor }) => minor > 0n)),
    -sumOf(read.filter(({ minor }) => minor < 0n)),
  ]
  if (debits !== credits) throw unbalanced(decimalOf(debits, currency), decimalOf(credits, currency))
  return read
}

function sumOf(own: readonly { minor: bigint }[]): bigint {
  return own.reduce((sum, { minor }) => sum + minor, 0n)
}

import { isCaption } from '#kernel/captions.ts'
import { isRecord } from '#kernel/records.ts'
import { isResult } from './entity-column.ts'
import { testLedger } from '../ledger/test-ledger.ts'

type Ledger = Awaited<ReturnType<typeof testLedger>>
export type TestBook = Awaited<ReturnType<Ledger['open']>>

/** A studio of tests with books, and short words for what groups of them do. */
export async function testGroup() {
  const ledger = await testLedger()
  const { act } = ledger
  return {
    ...ledger,
    book: async (name: string, currency = 'USD') => ledger.open(await ledger.entity(name, currency), 'ifrs'),
    /** So much of the votes and of the economic share. */
    owns: async (owner: TestBook, owned: TestBook, percent: string, span: object = {}) => {
      const stake = {
        entityId: owned.entityId,
        owner: { entityId: owner.entityId },
        votingPercent: percent,
        economicPercent: percent,
        from: '2025-01-01',
      }
      return String((await act('entities.record-stake', Object.assign(stake, span)))['id'])
    },
    consolidate: async (root: TestBook, from: string, to: string, more: object = {}) =>
      act('group.consolidate-entity', { entityId: root.entityId, from, to, ...more }),
    figures: async (made: Record<string, unknown>) => {
      const whole = await act('group.get-consolidation', { id: made['id'] })
      return { whole, ...figuresIn(whole) }
    },
  }
}

/** Cash for capital; of each owner so much. */
export async function founded(
  owned: TestBook,
  amounts: [owner: TestBook | undefined, amount: number][],
  on = '2025-01-01',
) {
  for (const [owner, amount] of amounts) {
    const partner = owner && { partnerEntityId: owner.entityId }
    await owned.post(owned.lines(['1010', amount], ['3010', -amount, partner]), { effectiveOn: on })
    if (owner)
      await owner.post(
        owner.lines(['1600', amount, { partnerEntityId: owned.entityId }], ['1010', -amount]),
        { effectiveOn: on },
      )
  }
}

export async function earned(own: TestBook, amount: number, effectiveOn: string) {
  await own.post(own.lines(['1010', amount], ['4010', -amount]), { effectiveOn })
}

/** On the lines of income and expenses within the group: overhead, with the other side. */
export function withPartner({ entityId }: TestBook) {
  return { isOverhead: true, partnerEntityId: entityId }
}

export function rowsOf(output: Record<string, unknown>, field: string): Record<string, unknown>[] {
  const all = output[field]
  return Array.isArray(all) ? all.filter(isRecord) : []
}

/** What is told beside the figures: `Name: sentence`. */
export function notesIn(whole: Record<string, unknown>): string[] {
  return rowsOf(whole, 'notes').map(({ about, says }) =>
    isRecord(about) ? `${String(about['name'])}: ${String(says)}` : String(says),
  )
}

/** The cash flow statement of a consolidation, a text per row with its amount; what rows are made of is left out. */
export async function statementOf(
  act: Ledger['act'],
  made: Record<string, unknown>,
  more: object = {},
): Promise<string[]> {
  const asked = { id: made['id'], statement: 'cash-flow', format: 'csv' }
  const file = await act('group.export-consolidation', Object.assign(asked, more))
  const lines = String(file['content']).split('\r\n')
  const cut = lines.findIndex((line) => line.startsWith('Cash at the end'))
  return lines
    .slice(1, cut + 1)
    .filter((line) => !line.startsWith('"    '))
    .map((line) => {
      const cells = line.split(',')
      return `${cells.slice(0, -3).join(',').replaceAll('"', '')}: ${cells.at(-1) ?? ''}`
    })
}

/** By caption: what stands at the end, and of income and expenses the period; the same by caption and kind of line. What is nothing is left out. */
function figuresIn(whole: Record<string, unknown>) {
  const totals: Record<string, string> = {}
  const kinds: Record<string, string> = {}
  for (const figure of rowsOf(whole, 'figures')) {
    const caption = String(figure['caption'])
    if (!isCaption(caption)) continue
    const add = (into: Record<string, string>, key: string, of: unknown) => {
      const amount = String(isRecord(of) ? of[isResult(caption) ? 'period' : 'closing'] : '')
      if (!/^-?0\.00$/.test(amount)) into[key] = amount
    }
    add(totals, caption, figure['total'])
    for (const part of rowsOf(figure, 'parts')) add(kinds, `${caption} ${String(part['kind'])}`, part)
  }
  return { totals, kinds }
}

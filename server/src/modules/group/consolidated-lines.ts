import type { LineKind } from '#kernel/consolidation-kinds.ts'
import { CAPTION_NAMES, type CaptionName } from '#kernel/captions.ts'
import { addDays } from '#kernel/periods.ts'
import type { UsedRate } from '#server/modules/ledger/index.ts'
import type { ConsolidationInput, Movement, Piece, Translator, Work } from './consolidation-model.ts'
import { cashFlows } from './cash-flows.ts'
import { deconsolidate } from './deconsolidate.ts'
import { eliminateInvestments } from './eliminate-investments.ts'
import { eliminatePairs } from './eliminate-pairs.ts'
import { columnOf, isResult } from './entity-column.ts'
import { equityMethod } from './equity-method.ts'
import { INVESTMENTS } from './investments.ts'
import { noncontrolling } from './noncontrolling.ts'
import type { Noted } from './note-sentences.ts'
import { openedBooks, openedUnderControl } from './opened-books.ts'
import { notValued, soldBare } from './stakes-noted.ts'
import { topSidePieces } from './top-side-pieces.ts'
import { proofsOf, type TranslationProof } from './translation-proof.ts'
import { translatorTo } from './translator.ts'

/** Debits positive: what stands there at the end and what the period moved; of income and expenses the period alone. */
export interface ConsolidatedLine {
  caption: CaptionName
  kind: LineKind
  entityId: string
  accountId: string | null
  partnerId: string | null
  closingMinor: bigint
  periodMinor: bigint
  /** What of it moved cash; of cash itself what did and is no flow. */
  flowMinor: bigint
}

export interface Consolidated {
  lines: ConsolidatedLine[]
  resultMinor: bigint
  /** Of the result what belongs to others. */
  resultNciMinor: bigint
  /** Assets less liabilities and equity: 0, or something is wrong. */
  differenceMinor: bigint
  rates: UsedRate[]
  proofs: TranslationProof[]
  noted: Noted[]
}

/**
 * Consolidates a group. Pure: the same books, ownership and rates give the same lines. What stands at the end and what stood
 * before the first day are made by the same steps, and the period is what lies between them.
 */
export function consolidatedLines(given: ConsolidationInput): Consolidated {
  const translator = translatorTo(given.currency, given)
  const [before, end] = worksOf(given, translator)
  const flows = [...cashFlows(before, end), ...notMoved(given, translator)]
  const lines = linesBetween(piecesOf(before), piecesOf(end), flows)
  const sumOf = (isMeant: (line: ConsolidatedLine) => boolean, of: 'closingMinor' | 'periodMinor') =>
    lines.reduce((sum, line) => (isMeant(line) ? sum + line[of] : sum), 0n)
  const resultMinor = -sumOf(({ caption }) => isResult(caption), 'periodMinor')
  return {
    lines,
    resultMinor,
    resultNciMinor: -sumOf(
      ({ kind, caption }) => kind === 'nci:result' && caption === 'noncontrolling-interest',
      'closingMinor',
    ),
    differenceMinor: sumOf(({ caption }) => !isResult(caption), 'closingMinor') - resultMinor,
    proofs: proofsOf(before, end),
    noted: [...notValued(end), ...soldBare(end)],
    rates: translator.used(),
  }
}

/** What stood before the first day, and what stands at the end. */
function worksOf(given: ConsolidationInput, translator: Translator): [before: Work, end: Work] {
  const byEntity = Map.groupBy(given.movements, ({ entityId }) => entityId)
  const invested = investedIn(given.movements)
  const at = (on: string) =>
    workAt({ given, translator, byEntity, invested, moment: { on, from: given.from } })
  return [at(addDays(given.from, -1)), at(given.to)]
}

/** What opened a book was there before, and moved nothing: what it would be as flows is taken back, and of its cash is told what it is. */
function notMoved(given: ConsolidationInput, translator: Translator): Piece[] {
  const movements = openedUnderControl(given)
  if (movements.length === 0) return []
  const [before, end] = worksOf(
    { ...given, movements, openings: [], gains: [], bareSales: [], topSide: [] },
    translator,
  )
  return openedBooks(before, end)
}

function workAt(given: Pick<Work, 'given' | 'translator' | 'byEntity' | 'invested' | 'moment'>): Work {
  const columns = new Map(
    [...given.given.members].map(([id, member]) => [
      id,
      columnOf(member, given.byEntity.get(id) ?? [], given),
    ]),
  )
  return { ...given, columns }
}

function piecesOf(work: Work): Piece[] {
  const pieces = [
    ...[...work.columns.values()].flatMap((column) => column.pieces),
    ...eliminatePairs(work),
    ...eliminateInvestments(work),
    ...equityMethod(work),
    ...topSidePieces(work),
    ...deconsolidate(work),
  ]
  return [...pieces, ...noncontrolling(work, pieces)]
}

function investedIn(movements: readonly Movement[]): Map<string, Movement[]> {
  return Map.groupBy(
    movements.filter(({ caption, partnerId }) => partnerId !== null && INVESTMENTS.includes(caption)),
    ({ partnerId }) => partnerId ?? '',
  )
}

function linesBetween(
  before: readonly Piece[],
  end: readonly Piece[],
  flows: readonly Piece[],
): ConsolidatedLine[] {
  const lines = new Map<string, ConsolidatedLine>()
  const lineOf = ({ caption, kind, entityId, accountId, partnerId }: Piece) => {
    const key = [
      String(CAPTION_NAMES.indexOf(caption)).padStart(3, '0'),
      kind,
      entityId,
      accountId ?? '',
      partnerId ?? '',
    ].join(' ')
    const found = lines.get(key)
    if (found) return found
    const line = {
      caption,
      kind,
      entityId,
      accountId,
      partnerId,
      closingMinor: 0n,
      periodMinor: 0n,
      flowMinor: 0n,
    }
    lines.set(key, line)
    return line
  }
  for (const piece of end) {
    const line = lineOf(piece)
    if (!isResult(piece.caption)) line.closingMinor += piece.minor
    line.periodMinor += piece.minor
  }
  for (const piece of before) if (!isResult(piece.caption)) lineOf(piece).periodMinor -= piece.minor
  for (const piece of flows) lineOf(piece).flowMinor += piece.minor
  return [...lines]
    .filter(([, one]) => one.closingMinor !== 0n || one.periodMinor !== 0n || one.flowMinor !== 0n)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
}

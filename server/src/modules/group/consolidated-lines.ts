import type { LineKind } from '#kernel/consolidation-kinds.ts'
import { CAPTION_NAMES, type CaptionName } from '#kernel/captions.ts'
import type { UsedRate } from '#server/modules/ledger/index.ts'
import type { ConsolidationInput, Piece, Work } from './consolidation-model.ts'
import { deconsolidate } from './deconsolidate.ts'
import { eliminateInvestments } from './eliminate-investments.ts'
import { eliminatePairs } from './eliminate-pairs.ts'
import { isResult } from './entity-column.ts'
import { equityMethod } from './equity-method.ts'
import { movedCash, onlyCash } from './moved-cash.ts'
import { noncontrolling } from './noncontrolling.ts'
import type { Noted } from './note-sentences.ts'
import { notValued, soldBare } from './stakes-noted.ts'
import { topSidePieces } from './top-side-pieces.ts'
import { proofsOf, type TranslationProof } from './translation-proof.ts'
import { translatorTo } from './translator.ts'
import { worksOf } from './works.ts'

/** Debits positive: what stands there at the end and what the period moved; of income and expenses the period alone. */
export interface ConsolidatedLine {
  caption: CaptionName
  kind: LineKind
  entityId: string
  accountId: string | null
  partnerId: string | null
  closingMinor: bigint
  periodMinor: bigint
  /** As it stands in a cash flow statement, of cash itself what did move it and is no flow: indirect, what changed beside cash; direct, what cash was moved against. */
  flowMinor: bigint
  directMinor: bigint
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
  const works = worksOf(given, translator)
  const [before, end] = works
  const lines = linesBetween({
    before: piecesOf(before),
    end: piecesOf(end),
    flows: movedCash(works),
    direct: movedCash(worksOf(onlyCash(given), translator)),
  })
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

function linesBetween({
  before,
  end,
  flows,
  direct,
}: Record<'before' | 'end' | 'flows' | 'direct', readonly Piece[]>): ConsolidatedLine[] {
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
      directMinor: 0n,
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
  for (const piece of direct) lineOf(piece).directMinor += piece.minor
  return [...lines]
    .filter(([, { closingMinor, periodMinor, flowMinor, directMinor }]) =>
      [closingMinor, periodMinor, flowMinor, directMinor].some((minor) => minor !== 0n),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
}

import { CAPTION_NAMES, CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { cashTie } from '#kernel/consolidation-cash.ts'
import type { Flow } from '#kernel/consolidation-figures.ts'
import { isOfEntities, LINE_KINDS } from '#kernel/consolidation-kinds.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/languages.ts'
import { amountText, decimalOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  factsOf,
  figuresOf,
  findConsolidation,
  findConsolidationBefore,
  type Figure,
  type UsedFacts,
} from './consolidations-queries.ts'
import { NOTE_SAYS } from './note-sentences.ts'
import { ownSide } from './own-side.ts'
import { consolidationNotFound, notComparable } from './problems.ts'
import { RECKONING } from './reckoning.ts'
import { ENTITIES_MAX, RATES_MAX, type Consolidation, type ConsolidationSummary } from './schema.ts'

/** A consolidation as it was kept; beside another of the same root and currency, with what each figure was in that one. */
export async function toldConsolidation(
  tx: Transaction,
  asked: { id: Id<'consolidation'>; compareWithId: Id<'consolidation'> | undefined },
  language: Language,
): Promise<Consolidation> {
  const { id, compareWithId } = asked
  const summary = await found(tx, id)
  const other = compareWithId === undefined ? null : await comparable(tx, summary, compareWithId)
  const [facts, own, before, previousId] = await Promise.all([
    factsOf(tx, id),
    figuresOf(tx, id),
    other ? figuresOf(tx, other.id) : null,
    findConsolidationBefore(tx, summary),
  ])
  const { currency } = summary
  const named = (entityId: string) => ({
    id: idFrom('entity', entityId),
    name: facts.names.get(entityId) ?? '',
  })
  const figures = CAPTION_NAMES.flatMap((caption) => figureOf(caption, { own, before, currency }))
  return {
    ...summary,
    figures,
    rates: facts.rates.slice(0, RATES_MAX),
    ownership: facts.ownership.slice(0, ENTITIES_MAX).map(({ entityId, from, method, sharePercent }) => ({
      entity: named(entityId),
      from,
      method,
      sharePercent,
    })),
    proofs: facts.proofs.map((proof) => proofOf(proof, named, currency)),
    notes: [...reckoningNotes(summary, other), ...facts.notes].map(({ code, entityId, minor = 0n }) => ({
      about: entityId === null ? null : named(entityId),
      says: NOTE_SAYS[code](amountText(minor, currency))[language],
    })),
    check: checkOf(own, currency),
    cash: cashOf(own, figures, { of: 'flow', currency }),
    cashDirect: cashOf(own, figures, { of: 'direct', currency }),
    previousId,
    comparison: other &&
      before && {
        ...other,
        check: checkOf(before, currency),
        isWithCash: hasFlows(before, 'flow'),
        isWithCashDirect: hasFlows(before, 'direct'),
      },
  }
}

/** What only a later reader can know: that the program has come to reckon otherwise since. */
function reckoningNotes(
  { reckoning }: ConsolidationSummary,
  other: ConsolidationSummary | null,
): UsedFacts['notes'] {
  const codes = [
    ...(reckoning < RECKONING ? (['earlier-reckoning'] as const) : []),
    ...(other && other.reckoning !== reckoning ? (['other-reckoning'] as const) : []),
  ]
  return codes.map((code) => ({ code, entityId: null }))
}

async function found(tx: Transaction, id: Id<'consolidation'>): Promise<ConsolidationSummary> {
  const summary = await findConsolidation(tx, id)
  if (!summary) throw consolidationNotFound(id)
  return summary
}

async function comparable(
  tx: Transaction,
  { root, currency }: ConsolidationSummary,
  otherId: Id<'consolidation'>,
): Promise<ConsolidationSummary> {
  const other = await found(tx, otherId)
  if (other.root.id !== root.id || other.currency !== currency)
    throw notComparable(otherId, root.name, currency)
  return other
}

function hasFlows(figures: readonly Figure[], of: Flow): boolean {
  return figures.every((one) => one[of] !== null)
}

function figureOf(
  caption: CaptionName,
  given: { own: readonly Figure[]; before: readonly Figure[] | null; currency: string },
): Consolidation['figures'] {
  const under = (figures: readonly Figure[]) => figures.filter((one) => one.caption === caption)
  const [own, before] = [under(given.own), given.before && under(given.before)]
  if (own.length === 0 && (before ?? []).length === 0) return []
  const sums = (figures: readonly Figure[]) => {
    const sumOf = (minor: (one: Figure) => bigint) =>
      ownSide(
        caption,
        figures.reduce((sum, one) => sum + minor(one), 0n),
        given.currency,
      )
    return {
      closing: sumOf(({ closing }) => closing),
      period: sumOf(({ period }) => period),
      flow: sumOf(({ flow }) => flow ?? 0n),
      direct: sumOf(({ direct }) => direct ?? 0n),
    }
  }
  const kinds = LINE_KINDS.filter((kind) => [...own, ...(before ?? [])].some((one) => one.kind === kind))
  return [
    {
      caption,
      entities: sums(own.filter(({ kind }) => isOfEntities(kind))),
      eliminations: sums(own.filter(({ kind }) => !isOfEntities(kind))),
      total: sums(own),
      compared: before && sums(before),
      parts: kinds.map((kind) =>
        Object.assign(
          {
            kind,
            lines: ofKind(own, kind).reduce((sum, one) => sum + one.parts, 0),
            compared: before && sums(ofKind(before, kind)),
          },
          sums(ofKind(own, kind)),
        ),
      ),
    },
  ]
}

function ofKind(figures: readonly Figure[], kind: Figure['kind']): Figure[] {
  return figures.filter((one) => one.kind === kind)
}

function checkOf(figures: readonly Figure[], currency: string) {
  const sumOf = (types: readonly string[], of: 'closing' | 'period') =>
    figures.reduce((sum, one) => (types.includes(CAPTIONS[one.caption].type) ? sum + one[of] : sum), 0n)
  const assets = sumOf(['asset'], 'closing')
  const others = -sumOf(['liability', 'equity'], 'closing') - sumOf(['income', 'expense'], 'period')
  return {
    assets: decimalOf(assets, currency),
    liabilitiesAndEquity: decimalOf(others, currency),
    difference: decimalOf(assets - others, currency),
  }
}

/** Null where it was made before flows were told by that method. */
function cashOf(
  own: readonly Figure[],
  figures: Consolidation['figures'],
  { of, currency }: { of: Flow; currency: string },
) {
  if (!hasFlows(own, of)) return null
  const tie = cashTie(figures, of)
  const told = (minor: bigint) => decimalOf(minor, currency)
  return {
    opening: told(tie.opening),
    opened: told(tie.opened),
    flows: told(tie.flows),
    exchange: told(tie.exchange),
    acquired: told(tie.acquired),
    disposed: told(tie.disposed),
    rounding: told(tie.rounding),
    closing: told(tie.closing),
    difference: told(tie.difference),
  }
}

function proofOf(
  proof: UsedFacts['proofs'][number],
  named: (id: string) => { id: ReturnType<typeof idFrom<'entity'>>; name: string },
  groupCurrency: string,
) {
  const inOwn = (minor: bigint) => decimalOf(minor, proof.currency)
  const told = (minor: bigint) => decimalOf(minor, groupCurrency)
  return {
    entity: named(proof.entityId),
    currency: proof.currency,
    openingNetAssets: inOwn(proof.openingNetAssetsMinor),
    openingEffect: told(proof.openingEffectMinor),
    result: inOwn(proof.resultMinor),
    resultEffect: told(proof.resultEffectMinor),
    owners: inOwn(proof.ownersMinor),
    ownersEffect: told(proof.ownersEffectMinor),
    expected: told(proof.expectedMinor),
    moved: told(proof.movedMinor),
  }
}

import { z } from 'zod'
import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { idFrom } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Caption, signedAmount } from '#server/modules/ledger/index.ts'
import { consolidateEntity } from './consolidate-entity.ts'
import {
  factsOf,
  figuresOf,
  findConsolidation,
  type Figure,
  type UsedFacts,
} from './consolidations-queries.ts'
import { exampleGroup } from './example-group.ts'
import { NOTE_SAYS } from './notes.ts'
import { ownSide } from './own-side.ts'
import { consolidationNotFound } from './problems.ts'
import { ConsolidationSummary, ENTITIES_MAX, Held, LineKind, Note, Proof, RATES_MAX, Used } from './schema.ts'

const Amounts = { closing: signedAmount(), period: signedAmount() }
const Figures = z.strictObject({
  caption: Caption,
  entities: z.strictObject(Amounts).describe('The sum of the entities, as translated.'),
  eliminations: z.strictObject(Amounts).describe('All that is in no book of an entity.'),
  total: z.strictObject(Amounts),
  parts: z
    .array(z.strictObject({ kind: LineKind, ...Amounts, lines: z.int() }))
    .max(20)
    .describe('By what it comes from; group.list-consolidation-lines tells each line of a part.'),
})

export const getConsolidation = operation({
  name: 'group.get-consolidation',
  summary:
    'Tells a consolidation by caption: the sum of the entities, eliminations and the total, at its last day and in its period, with the rates, ownership and proofs behind it.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({ id: id('consolidation') }),
  output: z.strictObject({
    ...ConsolidationSummary.shape,
    figures: z
      .array(Figures)
      .max(100)
      .describe(
        'In the order of statements. Assets and expenses are positive as debits, all else as credits; income and expenses have no closing.',
      ),
    rates: z.array(Used).max(RATES_MAX),
    ownership: z.array(Held).max(ENTITIES_MAX),
    proofs: z.array(Proof).max(ENTITIES_MAX),
    notes: z.array(Note).max(ENTITIES_MAX),
    check: z
      .strictObject({
        assets: signedAmount(),
        liabilitiesAndEquity: signedAmount(),
        difference: signedAmount(),
      })
      .describe('Equity includes the result of the period.'),
  }),
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    const made = await factory.invoke(consolidateEntity, {
      entityId: parentId,
      from: '2026-01-01',
      to: '2026-03-31',
    })
    return [{ id: made.id }]
  },
  async handle({ id: wanted }, { tx, language }) {
    const summary = await findConsolidation(tx, wanted)
    if (!summary) throw consolidationNotFound(wanted)
    const [facts, figures] = await Promise.all([factsOf(tx, wanted), figuresOf(tx, wanted)])
    const { currency } = summary
    const named = (entityId: string) => ({
      id: idFrom('entity', entityId),
      name: facts.names.get(entityId) ?? '',
    })
    return {
      ...summary,
      figures: [...Map.groupBy(figures, ({ caption }) => caption)].map(([caption, parts]) =>
        figureOf(caption, parts, currency),
      ),
      rates: facts.rates.slice(0, RATES_MAX),
      ownership: facts.ownership.slice(0, ENTITIES_MAX).map(({ entityId, from, method, sharePercent }) => ({
        entity: named(entityId),
        from,
        method,
        sharePercent,
      })),
      proofs: facts.proofs.map((proof) => proofOf(proof, named, currency)),
      notes: facts.notes.map(({ code, entityId }) => ({
        about: entityId === null ? null : named(entityId),
        says: NOTE_SAYS[code][language],
      })),
      check: checkOf(figures, currency),
    }
  },
})

function isOfEntities({ kind }: Figure): boolean {
  return kind === 'entity' || kind === 'translation'
}

function figureOf(caption: CaptionName, parts: readonly Figure[], currency: string) {
  const sums = (own: readonly Figure[]) => ({
    closing: ownSide(
      caption,
      own.reduce((sum, { closing }) => sum + closing, 0n),
      currency,
    ),
    period: ownSide(
      caption,
      own.reduce((sum, { period }) => sum + period, 0n),
      currency,
    ),
  })
  return {
    caption,
    entities: sums(parts.filter(isOfEntities)),
    eliminations: sums(parts.filter((one) => !isOfEntities(one))),
    total: sums(parts),
    parts: parts.map((one) => Object.assign({ kind: one.kind, lines: one.parts }, sums([one]))),
  }
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

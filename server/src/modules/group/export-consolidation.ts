import { z } from 'zod'
import { byMethod, PARTS, type Part } from '#kernel/consolidation-figures.ts'
import { consolidationRows } from '#kernel/consolidation-rows.ts'
import type { Language, Said } from '#kernel/languages.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import {
  FileFormat,
  knownNote,
  rateNotes,
  STATEMENT_TITLES,
  StatementFile,
  statementFile,
} from '#server/modules/statements/index.ts'
import { consolidateEntity } from './consolidate-entity.ts'
import { consolidationWords } from '#kernel/consolidation-words.ts'
import { exampleGroup } from './example-group.ts'
import { noCashFlow } from './problems.ts'
import { compareWithId, type Consolidation } from './schema.ts'
import { toldConsolidation } from './told-consolidation.ts'

export const exportConsolidation = operation({
  name: 'group.export-consolidation',
  summary:
    'The consolidated balance sheet, income statement or cash flow statement (indirect or direct) of a kept consolidation, beside another one where it is named, as CSV or as a PDF to print; rates, ownership and what was known when stand below.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({
    id: id('consolidation'),
    compareWithId: compareWithId(),
    statement: z.enum(PARTS),
    format: FileFormat,
  }),
  output: StatementFile,
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    const given = { entityId: parentId, from: '2026-01-01', to: '2026-03-31' }
    const made = await factory.invoke(consolidateEntity, given)
    return [{ id: made.id, statement: 'balance-sheet' as const, format: 'csv' as const }]
  },
  async handle({ id: wanted, compareWithId: other, statement, format }, { tx, language }) {
    const told = await toldConsolidation(tx, { id: wanted, compareWithId: other }, language)
    const without = withoutFlows(told, statement)
    if (without !== undefined) throw noCashFlow(without)
    const { figures, currency, comparison, root, to } = told
    const given = { figures, currency, isCompared: comparison !== null }
    const printed = {
      title: titleOf(told, statement, language),
      heads: headsOf(told, statement, language),
      rows: consolidationRows(given, statement, consolidationWords(language)),
      notes: notesOf(told, statement, language),
    }
    const name = `${statement}-${fileNameOf(root.name)}-${to}`
    return statementFile(printed, { name, format, language, isWithNotes: true })
  },
})

/** The one of the two, if any, that was made before such flows were told. */
function withoutFlows({ id: own, cash, cashDirect, comparison }: Consolidation, part: Part) {
  if (byMethod(part, { flow: cash, direct: cashDirect }) === null) return own
  if (!comparison) return undefined
  const { isWithCash, isWithCashDirect } = comparison
  return byMethod(part, { flow: isWithCash, direct: isWithCashDirect }) === false ? comparison.id : undefined
}

/** `Consolidated balance sheet, Acme Holding LLC, USD`. */
function titleOf({ root, currency }: Consolidation, part: Part, language: Language): string {
  return [`${STATEMENT_TITLES[part][language]} ${WORDS.consolidated[language]}`, root.name, currency].join(
    ', ',
  )
}

function headsOf(told: Consolidation, part: Part, language: Language): string[] {
  const days = ({ from, to }: { from: string; to: string }) =>
    part === 'balance-sheet' ? to : `${from} – ${to}`
  const { comparison } = told
  const own = [WORDS.entities[language], WORDS.eliminations[language], days(told)]
  return comparison ? own.concat(days(comparison), WORDS.change[language]) : own
}

function notesOf(told: Consolidation, part: Part, language: Language): string[] {
  const { knownAt, comparison, rates, ownership, notes, check, currency, digest } = told
  const cash = byMethod(part, { flow: told.cash, direct: told.cashDirect }) ?? told.cash
  return [
    knownNote(knownAt, language),
    ...(comparison ? [`${comparison.to}: ${knownNote(comparison.knownAt, language)}`] : []),
    ...notes.map(({ about, says }) => (about ? `${about.name}: ${says}` : says)),
    `${WORDS.balances[language]}: ${tie(check.difference)}`,
    ...(cash ? [`${WORDS.cashTies[language]}: ${tie(cash.difference)}`] : []),
    ...ownershipNotes(ownership, language),
    ...rateNotes(rates, language),
    `${WORDS.digest[language]} (${currency}): ${digest}`,
  ]
}

/** A line for each way in which entities are held, and all that are held so: a group has hundreds. */
function ownershipNotes(ownership: Consolidation['ownership'], language: Language): string[] {
  const alike = Map.groupBy(
    ownership,
    ({ from, method, sharePercent }) =>
      `${WORDS[method][language]}, ${sharePercent} %${from === null ? '' : `, ${WORDS.since[language]} ${from}`}`,
  )
  return [...alike].map(([how, own]) => `${how}: ${own.map(({ entity }) => entity.name).join('; ')}`)
}

function tie(difference: string): string {
  return /[1-9]/.test(difference) ? difference : 'OK'
}

function fileNameOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-')
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'group'
}

const WORDS = {
  consolidated: { en: '(consolidated)', de: '(konsolidiert)' },
  entities: { en: 'Entities', de: 'Gesellschaften' },
  eliminations: { en: 'Eliminations', de: 'Eliminierungen' },
  change: { en: 'Change', de: 'Veränderung' },
  balances: {
    en: 'Assets equal liabilities and equity',
    de: 'Vermögenswerte gleich Schulden und Eigenkapital',
  },
  cashTies: {
    en: 'The flows lead from the cash at the beginning to that at the end',
    de: 'Die Zahlungsströme führen vom Anfangs- zum Endbestand',
  },
  full: { en: 'full', de: 'voll' },
  equity: { en: 'equity method', de: 'at equity' },
  cost: { en: 'at cost', de: 'Anschaffungskosten' },
  none: { en: 'not held', de: 'nicht gehalten' },
  since: { en: 'since', de: 'seit' },
  digest: { en: 'Digest', de: 'Prüfsumme' },
} as const satisfies Record<string, Said>

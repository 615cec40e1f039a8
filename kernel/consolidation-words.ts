import { CAPTIONS, type CaptionName } from './captions.ts'
import type { RowWords, TotalKey } from './consolidation-figures.ts'
import type { LineKind } from './consolidation-kinds.ts'
import type { Language, Said } from './languages.ts'
import { SECTION_WORDS, TOTAL_WORDS } from './statement-words.ts'

const KIND_WORDS: Record<LineKind, Said> = {
  entity: { en: 'From the books', de: 'Aus den Büchern' },
  translation: { en: 'Translation', de: 'Währungsumrechnung' },
  'cash:exchange': { en: 'Effect of exchange rates', de: 'Wechselkursbedingte Veränderung' },
  'cash:opened': { en: 'Opened with', de: 'Eröffnungsbestand' },
  'cash:acquired': { en: 'Came with entities', de: 'Zugang durch Erstkonsolidierung' },
  'cash:disposed': { en: 'Left with entities', de: 'Abgang durch Entkonsolidierung' },
  'cash:rounding': { en: 'Rounding', de: 'Rundung' },
  'elimination:investment': { en: 'Elimination of investments', de: 'Kapitalkonsolidierung' },
  'elimination:balances': { en: 'Elimination of balances', de: 'Schuldenkonsolidierung' },
  'elimination:income': {
    en: 'Elimination of revenue and costs',
    de: 'Aufwands- und Ertragskonsolidierung',
  },
  'elimination:goods': { en: 'Elimination of goods in stock', de: 'Zwischenergebniseliminierung' },
  'elimination:dividends': { en: 'Elimination of dividends', de: 'Eliminierung konzerninterner Dividenden' },
  'elimination:difference': { en: 'What two books do not agree on', de: 'Aufrechnungsdifferenzen' },
  remeasurement: { en: 'Earlier stake at fair value', de: 'Neubewertung früherer Anteile' },
  deconsolidation: { en: 'Loss of control', de: 'Entkonsolidierung' },
  'equity-method': { en: 'Equity method', de: 'Equity-Methode' },
  'top-side': { en: 'Top-side entries', de: 'Konzernbuchungen' },
  nci: { en: 'Noncontrolling interests', de: 'Nicht beherrschende Anteile' },
  'nci:result': {
    en: 'Result of noncontrolling interests',
    de: 'Ergebnis nicht beherrschender Anteile',
  },
}

/** Rows that a statement of one book has not, or calls otherwise. */
const GROUP_TOTALS = {
  'period-result': { en: 'Result of the period', de: 'Ergebnis des Zeitraums' },
  'no-cash': {
    en: 'Gains on stakes and results without cash',
    de: 'Beteiligungsergebnisse und Zahlungsunwirksames',
  },
  'depreciation-taken': {
    en: 'Depreciation, which costs no cash',
    de: 'Zahlungsunwirksame Abschreibungen',
  },
  'opened-cash': {
    en: 'Cash that books were opened with',
    de: 'Zahlungsmittel aus Eröffnungsbilanzen',
  },
  'acquired-cash': {
    en: 'Cash of entities that came',
    de: 'Zahlungsmittel erstkonsolidierter Gesellschaften',
  },
  'disposed-cash': {
    en: 'Cash of entities that left',
    de: 'Zahlungsmittel entkonsolidierter Gesellschaften',
  },
} as const satisfies Partial<Record<TotalKey, Said>>

/** What a group has of them is not what its books have. */
const GROUP_CAPTIONS: Partial<Record<CaptionName, Said>> = {
  // Those in entities that are controlled are taken out: associates are left.
  'investments-group': { en: 'Investments in entities', de: 'Beteiligungen an Gesellschaften' },
}

export function consolidationWords(language: Language): RowWords {
  const totals: Record<TotalKey, Said> = { ...TOTAL_WORDS, ...GROUP_TOTALS }
  return {
    caption: (name) => (GROUP_CAPTIONS[name] ?? CAPTIONS[name].label)[language],
    section: (name) => SECTION_WORDS[name][language],
    total: (key) => totals[key][language],
    kind: (kind) => KIND_WORDS[kind][language],
  }
}

import type { Section } from './captions.ts'
import type { Said } from './languages.ts'

export const SECTION_WORDS: Record<Section, Said> = {
  'current-assets': { en: 'Current assets', de: 'Kurzfristige Vermögenswerte' },
  'non-current-assets': { en: 'Non-current assets', de: 'Langfristige Vermögenswerte' },
  'current-liabilities': { en: 'Current liabilities', de: 'Kurzfristige Schulden' },
  'non-current-liabilities': { en: 'Non-current liabilities', de: 'Langfristige Schulden' },
  equity: { en: 'Equity', de: 'Eigenkapital' },
  revenue: { en: 'Revenue', de: 'Umsatzerlöse' },
  'cost-of-revenue': { en: 'Cost of revenue', de: 'Umsatzkosten' },
  'operating-expenses': { en: 'Operating expenses', de: 'Betriebliche Aufwendungen' },
  'shared-costs': { en: 'Shared services and depreciation', de: 'Konzerndienste und Abschreibungen' },
  'financial-result': { en: 'Financial result', de: 'Finanzergebnis' },
  'income-tax': { en: 'Income tax', de: 'Ertragsteuern' },
}

/** Totals and what is computed, by the key of its row. */
export const TOTAL_WORDS = {
  'total-assets': { en: 'Total assets', de: 'Summe Vermögenswerte' },
  'total-liabilities': { en: 'Total liabilities', de: 'Summe Schulden' },
  'total-equity': { en: 'Total equity', de: 'Summe Eigenkapital' },
  'liabilities-and-equity': { en: 'Liabilities and equity', de: 'Schulden und Eigenkapital' },
  'earnings-before': { en: 'Earnings of earlier years', de: 'Ergebnisse früherer Jahre' },
  'earnings-this-year': { en: 'Earnings of this fiscal year', de: 'Ergebnis dieses Geschäftsjahres' },
  rounding: { en: 'Rounding of what was translated', de: 'Rundung der Umrechnung' },
  'gross-profit': { en: 'Gross profit', de: 'Bruttoergebnis' },
  contribution: { en: 'Contribution', de: 'Deckungsbeitrag' },
  'operating-result': { en: 'Operating result', de: 'Betriebsergebnis' },
  'before-tax': { en: 'Result before tax', de: 'Ergebnis vor Steuern' },
  'net-result': { en: 'Net result', de: 'Nettoergebnis' },
  'between-businesses': {
    en: 'Between businesses of the category',
    de: 'Zwischen Unternehmen der Kategorie',
  },
  operating: { en: 'Operating activities', de: 'Laufende Geschäftstätigkeit' },
  investing: { en: 'Investing activities', de: 'Investitionstätigkeit' },
  financing: { en: 'Financing activities', de: 'Finanzierungstätigkeit' },
  'depreciation-added': { en: 'Depreciation, which costs no cash', de: 'Zahlungsunwirksame Abschreibungen' },
  'exchange-on-cash-out': {
    en: 'Exchange differences on cash, told below',
    de: 'Währungsdifferenzen auf Zahlungsmittel, unten gezeigt',
  },
  'net-cash-flow': { en: 'Net cash flow', de: 'Zahlungswirksame Veränderung der Zahlungsmittel' },
  'exchange-on-cash': {
    en: 'Effect of exchange rates on cash',
    de: 'Wechselkursbedingte Veränderung der Zahlungsmittel',
  },
  'opening-cash': { en: 'Cash at the beginning', de: 'Zahlungsmittel am Anfang' },
  'closing-cash': { en: 'Cash at the end', de: 'Zahlungsmittel am Ende' },
} as const satisfies Record<string, Said>

export type TotalKey = keyof typeof TOTAL_WORDS

export const CHECK_WORDS = {
  balanced: {
    en: 'Assets equal liabilities and equity',
    de: 'Vermögenswerte gleich Schulden und Eigenkapital',
  },
  'cash-ties': {
    en: 'The flows lead from the cash at the beginning to that at the end',
    de: 'Die Zahlungsströme führen vom Anfangs- zum Endbestand',
  },
  'all-assigned': {
    en: 'Businesses and what is of none add up to the entity',
    de: 'Unternehmen und was zu keinem gehört, ergeben die Gesellschaft',
  },
} as const satisfies Record<string, Said>

export type CheckKey = keyof typeof CHECK_WORDS

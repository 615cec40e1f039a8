/**
 * What is wrong in the demonstration on purpose, by the name of what it is wrong with. The plan plants each of these, the
 * rules must find each, docs/demo.md lists each, and nothing else is wrong: tests hold all four together.
 */
export const DUPLICATES = [
  ['Ledgerlane', 'Ledger Lane Inc.'],
  ['Nordlicht Möbel', 'Nordlicht Moebel GmbH'],
  ['Harbour Roasters', 'Harbor Roasters'],
  ['Hearthschool', 'Hearth School'],
  ['Parcelwise Returns', 'ReturnPort'],
] as const

/** The pair whose names are unlike, and which share this address. */
export const SHARED_LINK = {
  names: ['Parcelwise Returns', 'ReturnPort'],
  link: 'https://parcelwise.example/',
} as const

/** Revenue is measured, and somebody claims so many percent of it. */
export const CONTRADICTED = [
  { name: 'Clearbook Close', claimPercent: 140 },
  { name: 'Kettleby Expenses', claimPercent: 125 },
  { name: 'Trailhead Socks', claimPercent: 165 },
  { name: 'Rivet CI', claimPercent: 82 },
  { name: 'Tutor Atlas', claimPercent: 210 },
] as const

/** Longer at a stage than its clock allows. */
export const ZOMBIES = [
  { name: 'Pebble Micro', stage: 'idea' },
  { name: 'Memory Glass', stage: 'idea' },
  { name: 'Kitelines', stage: 'idea' },
  { name: 'Wickerwork API', stage: 'validation' },
  { name: 'Foldaway Desk', stage: 'validation' },
  { name: 'Cellwright', stage: 'solution' },
  { name: 'Mentor Mile', stage: 'solution' },
] as const

/** Told how many customers they have once, and not for the last months. */
export const SILENT = [
  { name: 'Ember Royalty', monthsMissing: 3 },
  { name: 'Copper Kettle Teas', monthsMissing: 4 },
  { name: 'Halftone', monthsMissing: 3 },
  { name: 'Quizwick', monthsMissing: 6 },
  { name: 'Second Bench', monthsMissing: 5 },
] as const

/** Of these entities, so much of the whole belongs to somebody on record. */
export const PARTLY_OWNED = [
  { name: 'Lintel', ownedPercent: '87.5' },
  { name: 'Hydrogen Yard', ownedPercent: '90' },
] as const

/** Paid a bill for the other, and only in its own book: what an import from a bank brought, and nobody looked at. */
export const ONE_SIDED = {
  entity: 'AI Boss Community LLC',
  partner: 'AI Boss Knowledge LLC',
  minor: 184_000n,
  daysAgo: 75,
} as const

/** Left open in a month that all other books are closed for. */
export const BEHIND = 'AI Boss Knowledge LLC'

/** By hand, above the limit of its book, asked for by whoever looks after its finances: it waits for a second person. */
export const BY_HAND = {
  entity: 'AI Boss Innovation LLC',
  limit: '25000.00',
  amount: '48500.00',
  memo: 'Deposit for the new laboratory',
} as const

export interface Fault {
  rule: string
  /** Names of the businesses, or of the entity, that it is about. */
  about: readonly string[]
}

/** Its books must reach back that far: the short form of the tests does not. */
export const ONE_SIDED_RULE = 'group.disagreements'

export const FAULTS: readonly Fault[] = [
  ...DUPLICATES.map((about) => ({ rule: 'businesses.duplicates', about })),
  ...CONTRADICTED.map(({ name }) => ({ rule: 'kpis.contradictions', about: [name] })),
  ...ZOMBIES.map(({ name }) => ({ rule: 'businesses.stalled', about: [name] })),
  ...SILENT.map(({ name }) => ({ rule: 'kpis.stale', about: [name] })),
  { rule: 'ledger.entries-waiting', about: [BY_HAND.entity] },
  { rule: ONE_SIDED_RULE, about: [ONE_SIDED.entity] },
  { rule: 'closing.behind', about: [BEHIND] },
  ...PARTLY_OWNED.map(({ name }) => ({ rule: 'entities.incomplete-ownership', about: [`${name} LLC`] })),
]

import { addDays } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { PARTLY_OWNED } from './faults.ts'
import type { PlannedBusiness } from './plan-businesses.ts'
import {
  ABROAD,
  ACQUIRED,
  acquiredOn,
  EXITED,
  HOLDING_OWNERS,
  MAJORITY,
  MARCH_YEAR_END,
  SPUN_OUT,
} from './specials.ts'

export interface PlannedEntity {
  name: string
  kind: string
  jurisdiction: string
  functionalCurrency: string
  fiscalYearEnd: string
  registrationNumber: string | null
}

export interface PlannedHolder {
  name: string
  kind: 'person' | 'investor'
}

/** Between names: ids are there when the entities and holders are. */
export interface PlannedStake {
  entity: string
  owner: string
  percent: string
  from: string
  until: string | null
  evidence: string
}

export const HOLDING = 'AI Boss Holdings, Inc.'
export const BANK = 'GenixBank LLC'
export const EUROPE = 'AI Boss Europe B.V.'
export const BRITAIN = 'AI Boss UK Ltd'
const STATES = ['US-DE', 'US-DE', 'US-DE', 'US-WY', 'US-NV', 'US-TX'] as const

/** The holding, what stands under it at once, and the entity of each business that has its own. */
export function planEntities(
  businesses: readonly PlannedBusiness[],
  { llcs, chance }: { llcs: readonly string[]; chance: Seeded },
): PlannedEntity[] {
  const own = businesses.filter(({ hasOwnEntity }) => hasOwnEntity)
  return [
    american(HOLDING, 'Inc.'),
    american(BANK, 'LLC', 'US-WY'),
    ...llcs.map((name) => american(name, 'LLC')),
    {
      ...american(EUROPE, 'B.V.', 'Netherlands'),
      functionalCurrency: 'EUR',
      registrationNumber: 'KvK 80214417',
    },
    {
      ...american(BRITAIN, 'Ltd', 'England and Wales'),
      functionalCurrency: 'GBP',
      registrationNumber: '13504882',
    },
    ...own.map(({ name, entity }) => {
      const abroad = ABROAD.find((one) => one.name === name)
      if (!abroad) return american(entity, 'LLC', chance.pick(STATES))
      const { kind, jurisdiction, currency } = abroad
      return {
        name: entity,
        kind,
        jurisdiction,
        functionalCurrency: currency,
        fiscalYearEnd: name === MARCH_YEAR_END ? '03-31' : '12-31',
        registrationNumber: `${jurisdiction === 'Germany' ? 'HRB ' : ''}${chance.whole(100_000, 999_999)}`,
      }
    }),
  ]
}

function american(name: string, kind: string, jurisdiction = 'US-DE'): PlannedEntity {
  return {
    name,
    kind,
    jurisdiction,
    functionalCurrency: 'USD',
    fiscalYearEnd: '12-31',
    registrationNumber: null,
  }
}

export function planHolders(): PlannedHolder[] {
  return [
    ...HOLDING_OWNERS.map(({ name, kind }) => ({ name, kind })),
    { name: MAJORITY.founder, kind: 'person' },
    { name: ACQUIRED.seller, kind: 'investor' },
    ...SPUN_OUT.flatMap(({ founder, investor }) => [
      { name: founder, kind: 'person' as const },
      { name: investor, kind: 'investor' as const },
    ]),
    ...EXITED.map(({ buyer }) => ({ name: buyer, kind: 'investor' as const })),
  ]
}

const FOUNDED_ON = '2019-03-01'

export function planStakes(
  businesses: readonly PlannedBusiness[],
  { llcs, today }: { llcs: readonly string[]; today: string },
): PlannedStake[] {
  const always = { from: FOUNDED_ON, until: null }
  const byCertificate = (entity: string) => {
    const evidence = 'Certificate of formation'
    return { entity, owner: HOLDING, percent: '100', evidence, ...always }
  }
  return [
    ...HOLDING_OWNERS.map(({ name: owner, percent }) => {
      const { from, until } = always
      return { entity: HOLDING, owner, percent, from, until, evidence: 'Stock ledger of the holding' }
    }),
    ...[BANK, ...llcs, EUROPE, BRITAIN].map(byCertificate),
    ...businesses.filter(({ hasOwnEntity }) => hasOwnEntity).flatMap((one) => stakesOf(one, today)),
  ]
}

/** Who owns the entity of one business, on every day since there is one. */
function stakesOf({ name, entity, llc, life }: PlannedBusiness, today: string): PlannedStake[] {
  const [first, last] = [life.steps[0]?.on ?? today, life.steps.at(-1)?.on ?? today]
  const parent = parentOf(name, llc)
  const stake = (
    owner: string,
    percent: string,
    given: { from?: string; until?: string; evidence?: string } = {},
  ) => {
    const { from = first, until = null, evidence = 'Operating agreement' } = given
    return { entity, owner, percent, from, until, evidence }
  }
  const spunOut = SPUN_OUT.find((one) => one.name === name)
  const dayBefore = { until: addDays(last, -1) }
  if (spunOut) {
    const { keptPercent, founder, founderPercent, investor } = spunOut
    const rest = String(100 - Number(keptPercent) - Number(founderPercent))
    const since = { from: last, evidence: 'Spin-out agreement' }
    return [
      stake(parent, '100', dayBefore),
      stake(parent, keptPercent, since),
      stake(founder, founderPercent, since),
      stake(investor, rest, since),
    ]
  }
  const exited = EXITED.find((one) => one.name === name)
  if (exited) {
    const sold = { from: last, evidence: 'Share purchase agreement' }
    return [stake(parent, '100', dayBefore), stake(exited.buyer, '100', sold)]
  }
  if (name === MAJORITY.name) {
    const rest = String(100 - Number(MAJORITY.ownedPercent))
    return [stake(parent, MAJORITY.ownedPercent), stake(MAJORITY.founder, rest)]
  }
  if (name === ACQUIRED.name) {
    const on = acquiredOn(today)
    const before = { from: addDays(on, -2500), until: addDays(on, -1) }
    const bought = { from: on, evidence: 'Share purchase agreement, notarised' }
    return [stake(ACQUIRED.seller, '100', before), stake(parent, '100', bought)]
  }
  const partly = PARTLY_OWNED.find((one) => one.name === name)
  return [stake(parent, partly?.ownedPercent ?? '100')]
}

function parentOf(name: string, llc: string): string {
  const currency = ABROAD.find((one) => one.name === name)?.currency
  if (currency === 'EUR') return EUROPE
  return currency === 'GBP' ? BRITAIN : llc
}

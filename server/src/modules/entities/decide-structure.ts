import { setImmediate } from 'node:timers/promises'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { Problem, type FieldProblem } from '#kernel/problem.ts'
import { refuseStake } from './decide-ownership.ts'
import type { Owner } from './owner.ts'
import type { NewStake, OwnershipRows } from './ownership-queries.ts'
import { millionthsOf } from './percent.ts'
import { takenAmong } from './refuse-taken.ts'
import { holderNameTaken } from './problems.ts'
import type { Identifying } from './schema.ts'
import type { Structure } from './new-structure.ts'

/** About 10 ms of deciding; then others have their turn. */
const STAKES_AT_ONCE = 20

export interface Decided {
  entities: (Structure['entities'][number] & { id: Id<'entity'> })[]
  holders: (Structure['holders'][number] & { id: Id<'holder'> })[]
  stakes: Omit<NewStake, 'studioId'>[]
  errors: FieldProblem[]
}

/**
 * Entities, holders and stakes that name each other, as they would be recorded, and what is wrong with which. Each is held
 * against the studio and against those before it, by the code that decides on one.
 */
export async function decideStructure(
  { entities, holders, stakes }: Structure,
  known: { all: OwnershipRows; identifying: readonly Identifying[] },
): Promise<Decided> {
  const decided: Decided = { entities: [], holders: [], stakes: [], errors: [] }
  const all = { ...known.all, nodes: new Map(known.all.nodes), stakes: [...known.all.stakes] }
  const places = new Places(known.all)
  const taken = new Taken(known.identifying)
  for (const [at, given] of entities.entries()) {
    const refusal = taken.refusalOf(given)
    if (refusal) decided.errors.push({ path: `/entities/${at}`, message: refusal.said })
    const id = newId('entity')
    taken.add(given)
    places.entities.set(given.name.toLowerCase(), id)
    all.nodes.set(id, { name: given.name, kind: 'entity' })
    decided.entities.push({ id, ...given })
  }
  for (const [at, given] of holders.entries()) {
    const isTaken = places.holders.has(given.name.toLowerCase())
    if (isTaken) decided.errors.push({ path: `/holders/${at}`, message: holderNameTaken(given.name).said })
    const id = newId('holder')
    places.holders.set(given.name.toLowerCase(), id)
    all.nodes.set(id, given)
    decided.holders.push({ id, ...given })
  }
  for (const [at, given] of stakes.entries()) {
    if (at % STAKES_AT_ONCE === STAKES_AT_ONCE - 1) await setImmediate()
    const stake = stakeOf(given, places, all)
    if ('message' in stake) decided.errors.push({ path: `/stakes/${at}`, message: stake.message })
    else decided.stakes.push(stake)
  }
  return decided
}

function stakeOf(
  given: Structure['stakes'][number],
  places: Places,
  all: OwnershipRows,
): Omit<NewStake, 'studioId'> | { message: Said } {
  const { entityName, ownerEntityName, ownerHolderName, ...rest } = given
  const entityId = places.entities.get(entityName.toLowerCase())
  const owner: Owner = {
    entityId: places.entities.get(ownerEntityName?.toLowerCase() ?? '') ?? null,
    holderId: places.holders.get(ownerHolderName?.toLowerCase() ?? '') ?? null,
  }
  const ownerId = owner.entityId ?? owner.holderId
  if (!entityId) return missing('entity', entityName)
  if (!ownerId) return missing('owner', ownerEntityName ?? ownerHolderName ?? '')
  const id = newId('stake')
  const [voting, economic] = [millionthsOf(given.votingPercent), millionthsOf(given.economicPercent)]
  const dated = { id, entityId, ownerId, voting, economic, from: given.from, until: given.until }
  try {
    refuseStake(all, dated)
  } catch (error) {
    if (error instanceof Problem) return { message: error.said }
    throw error
  }
  all.stakes.push(dated)
  return { id, entityId, owner, ...rest }
}

function missing(what: 'entity' | 'owner', name: string): { message: Said } {
  const de = { entity: 'keine Gesellschaft', owner: 'keinen Eigentümer' }
  return { message: { en: `There is no ${what} "${name}".`, de: `Es gibt ${de[what]} „${name}“.` } }
}

/** Ids by name; upper and lower case are one. */
class Places {
  readonly entities = new Map<string, Id<'entity'>>()
  readonly holders = new Map<string, Id<'holder'>>()
  constructor({ nodes }: OwnershipRows) {
    for (const [id, { name, kind }] of nodes)
      if (kind === 'entity') this.entities.set(name.toLowerCase(), idFrom('entity', id))
      else this.holders.set(name.toLowerCase(), idFrom('holder', id))
  }
}

/** What only one entity can have, by what it is: a file of thousands is not compared with each entity. */
class Taken {
  readonly by = new Map<string, Identifying>()
  constructor(identifying: readonly Identifying[]) {
    for (const one of identifying) this.add(one)
  }
  add(one: Identifying): void {
    for (const key of keysOf(one)) this.by.set(key, one)
  }
  refusalOf(one: Identifying): Problem | undefined {
    return takenAmong(
      keysOf(one).flatMap((key) => this.by.get(key) ?? []),
      one,
    )
  }
}

function keysOf({ name, jurisdiction, ein, lei, registrationNumber }: Identifying): string[] {
  return [
    `name ${name.toLowerCase()}`,
    ...(ein === null ? [] : [`ein ${ein}`]),
    ...(lei === null ? [] : [`lei ${lei}`]),
    ...(registrationNumber === null
      ? []
      : [`number ${jurisdiction.toLowerCase()} ${registrationNumber.toLowerCase()}`]),
  ]
}

import type { Said } from '#kernel/languages.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import {
  leaveOut,
  placed,
  readRecords,
  type PreparedSheet,
  type ReadRecords,
  type RowError,
} from '#server/modules/imports/index.ts'
import type { Structure } from './new-structure.ts'
import { NewEntity } from './create-entity.ts'
import { decideStructure } from './decide-structure.ts'
import { allIdentifying, entitiesWithNames } from './entities-queries.ts'
import { readRecord, type EntityLine } from './import-record.ts'
import { ENTITY_TEXTS, type EntityField } from './import-target.ts'
import { readOwnership, type OwnershipRows } from './ownership-queries.ts'
import type { HolderKind } from './ownership-schema.ts'
import type { Entity } from './schema.ts'

/** A row that is left out may leave others without their owner, and those others in turn. */
const PASSES_MAX = 20

type Lines = ReadRecords<EntityLine>
type Line = Lines['ready'][number]

export interface ReadEntities extends Lines {
  structure: Structure
}

interface Known {
  existing: ReadonlyMap<string, Entity>
  all: OwnershipRows
  identifying: Awaited<ReturnType<typeof allIdentifying>>
  newHolders: HolderKind | undefined
}

/** What the rows of a file would become together, and what is wrong with the others. */
export async function readEntities(
  sheet: PreparedSheet<EntityField>,
  given: { from: string | undefined; newHolders: HolderKind | undefined },
  { tx }: CallContext,
): Promise<ReadEntities> {
  let read: Lines = await readRecords(sheet, (record) => readRecord(record, { sheet, from: given.from }))
  const existing = await entitiesWithNames(tx, [...new Set(read.ready.map(({ value }) => value.name))])
  const known: Known = {
    existing: new Map(existing.map((entity) => [entity.name.toLowerCase(), entity])),
    all: await readOwnership(tx),
    identifying: await allIdentifying(tx),
    newHolders: given.newHolders,
  }
  for (let pass = 0; ; pass++) {
    const { structure, errors } = await together(read.ready, known, sheet)
    if (errors.length === 0) return { ...read, structure }
    // What is still wrong after so many passes is a chain that nobody reads: then nothing of the file is ready.
    read = leaveOut(read, pass < PASSES_MAX ? errors : errors.concat(read.ready.map(({ row }) => lost(row))))
  }
}

function lost(row: number): RowError {
  return { row, column: null, cell: null, message: LOST }
}

const LOST: Said = {
  en: 'It hangs on rows with errors. Correct those first.',
  de: 'Sie hängt an Zeilen mit Fehlern. Berichtigen Sie zuerst jene.',
}

async function together(lines: readonly Line[], known: Known, sheet: PreparedSheet<EntityField>) {
  const errors: RowError[] = []
  const tell = (row: number, field: EntityField, message: Said) =>
    void errors.push(placed({ field, message }, row, sheet))
  const { facts, rowOf } = factsOf(lines, known, tell)
  const entities = [...facts].flatMap(([key, given]) => {
    const parsed = NewEntity.safeParse(given)
    if (parsed.success) return [parsed.data]
    const missing =
      parsed.error.issues[0]?.path[0] === 'jurisdiction' ? ('jurisdiction' as const) : ('kind' as const)
    tell(rowOf.get(key) ?? 1, missing, {
      en: `A new entity needs its legal form and its jurisdiction, and there is no ${missing}.`,
      de: `Eine neue Gesellschaft braucht Rechtsform und Sitzrecht, und es fehlt: ${missing === 'kind' ? 'die Rechtsform' : 'das Sitzrecht'}.`,
    })
    return []
  })
  const { holders, stakes, rowsOfHolders, rowsOfStakes } = stakesOf(lines, facts, known, tell)
  if (errors.length > 0) return { structure: EMPTY, errors }
  const structure: Structure = { entities, holders, stakes }
  const decided = await decideStructure(structure, known)
  for (const { path, message } of decided.errors) {
    const [, list, at] = path.split('/')
    const number = Number(at)
    if (list === 'entities') tell(rowOf.get(entities[number]?.name.toLowerCase() ?? '') ?? 1, 'name', message)
    else tell((list === 'stakes' ? rowsOfStakes : rowsOfHolders)[number] ?? 1, 'owner', message)
  }
  return { structure, errors }
}

const EMPTY: Structure = { entities: [], holders: [], stakes: [] }
type Tell = (row: number, field: EntityField, message: Said) => void

/** The facts of each entity that is new, from all of its rows; two rows that differ are told, and so is what differs from the studio. */
function factsOf(lines: readonly Line[], { existing }: Known, tell: Tell) {
  const facts = new Map<string, EntityLine['facts']>()
  const rowOf = new Map<string, number>()
  for (const { row, value } of lines) {
    const key = value.name.toLowerCase()
    const there = existing.get(key)
    const before = facts.get(key) ?? {}
    const differs = ENTITY_TEXTS.find((field) => {
      const [told, held] = [value.facts[field], there ? there[field] : before[field]]
      const isHeld = there ? true : held !== undefined
      return field !== 'name' && told !== undefined && isHeld && told !== held
    })
    if (differs)
      tell(
        row,
        differs,
        there
          ? {
              en: `"${there.name}" is there already with ${there[differs] === null ? 'nothing for this' : `"${there[differs]}"`}. An import adds entities and stakes and changes none: leave the cell empty, or change the entity.`,
              de: `„${there.name}“ ist schon da, mit ${there[differs] === null ? 'nichts an dieser Stelle' : `„${there[differs]}“`}. Ein Import fügt Gesellschaften und Beteiligungen hinzu und ändert keine: Lassen Sie die Zelle leer, oder ändern Sie die Gesellschaft.`,
            }
          : {
              en: `Another row says "${before[differs] ?? ''}" of "${value.name}". Write the same in both, or leave one empty.`,
              de: `Eine andere Zeile sagt „${before[differs] ?? ''}“ von „${value.name}“. Schreiben Sie in beide dasselbe, oder lassen Sie eine leer.`,
            },
      )
    if (there && !value.stake)
      tell(row, 'name', {
        en: `"${there.name}" is there already, and the row names no owner: it tells nothing new.`,
        de: `„${there.name}“ ist schon da, und die Zeile nennt keinen Eigentümer: Sie sagt nichts Neues.`,
      })
    if (there) continue
    facts.set(key, { ...value.facts, ...before })
    if (!rowOf.has(key)) rowOf.set(key, row)
  }
  return { facts, rowOf }
}

function stakesOf(
  lines: readonly Line[],
  facts: ReadonlyMap<string, unknown>,
  { all, newHolders }: Known,
  tell: Tell,
) {
  const nodes = [...all.nodes.values()]
  const named = (kind: 'entity' | 'holder') =>
    new Set(
      nodes.flatMap((one) => ((one.kind === 'entity') === (kind === 'entity') ? one.name.toLowerCase() : [])),
    )
  const [entityNames, holderNames] = [named('entity'), named('holder')]
  const holders = new Map<string, Structure['holders'][number]>()
  const stakes: Structure['stakes'] = []
  const [rowsOfStakes, rowsOfHolders]: [number[], number[]] = [[], []]
  for (const { row, value } of lines) {
    if (!value.stake) continue
    const { owner, ownerKind, ...stake } = value.stake
    const key = owner.toLowerCase()
    const isEntity = entityNames.has(key) || facts.has(key)
    const isHolder = holderNames.has(key) || holders.has(key)
    const kind = ownerKind ?? (isEntity ? 'entity' : newHolders)
    if (ownerKind === undefined && isEntity && isHolder)
      tell(row, 'owner', {
        en: `"${owner}" is both an entity and a holder. Say which in a column for the kind of owner.`,
        de: `„${owner}“ ist sowohl eine Gesellschaft als auch ein anderer Eigentümer. Sagen Sie in einer Spalte für die Art des Eigentümers, was gemeint ist.`,
      })
    else if (kind === 'entity' && !isEntity)
      tell(row, 'owner', {
        en: `There is no entity "${owner}", neither in the studio nor in this file.`,
        de: `Es gibt keine Gesellschaft „${owner}“, weder im Studio noch in dieser Datei.`,
      })
    else if (kind === undefined && !isHolder)
      tell(row, 'owner', {
        en: `There is neither an entity nor a holder "${owner}". Say whether new owners are people or investors.`,
        de: `Es gibt weder eine Gesellschaft noch einen anderen Eigentümer „${owner}“. Sagen Sie, ob neue Eigentümer Personen oder Kapitalgeber sind.`,
      })
    if (kind !== 'entity' && kind !== undefined && !isHolder) {
      holders.set(key, { name: owner, kind })
      rowsOfHolders.push(row)
    }
    stakes.push({
      ...stake,
      entityName: value.name,
      ...(kind === 'entity' ? { ownerEntityName: owner } : { ownerHolderName: owner }),
    })
    rowsOfStakes.push(row)
  }
  return { holders: [...holders.values()], stakes, rowsOfStakes, rowsOfHolders }
}

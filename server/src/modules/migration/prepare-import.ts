import type { Id } from '#kernel/ids.ts'
import { addDays, today } from '#kernel/periods.ts'
import { coverageOf, covers } from '#server/catalogue/access.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { openFrom, postedBefore } from '#server/modules/ledger/index.ts'
import { choicesBefore } from './choices-queries.ts'
import { companySources, plainName } from './company-sources.ts'
import { decideCompany } from './decide-company.ts'
import { decideWords, unknownWord, type DecidedWord, type WordChoice } from './decide-words.ts'
import type { Choices, DecidedCompany, KnownBook, KnownEntity, SourceCompany } from './import-model.ts'
import { accountsOfBooks, balancesOfBooks, entitiesWithBooks } from './import-queries.ts'
import { calledEntity } from './group-names.ts'
import { groupPairs, type GroupPair } from './group-pairs.ts'
import { documentsOf, externalIdOf, OPENING, type Words } from './plan-entries.ts'
import { readFile, type GivenFile, type ReadFile, type ReadOptions } from './read-file.ts'
import { COMPANIES_MAX, tooManyCompanies } from './problems.ts'
import type { Fault } from './source-books.ts'

export interface GivenImport {
  files: readonly GivenFile[]
  companies: readonly { company: string; entityId: Id<'entity'> }[]
  places: readonly WordChoice[]
  options: ReadOptions
  choices: Choices
}

export interface PreparedImport {
  files: ReadFile[]
  companies: DecidedCompany[]
  words: DecidedWord[]
  pairs: GroupPair[]
  /** Of files and of what stands in two of them; companies have their own. */
  faults: Fault[]
}

const WRITE = 'ledger.write'

/** All files, as what would become of them: nothing is written. */
export async function prepareImport(
  given: GivenImport,
  { tx, access }: Pick<CallContext, 'tx' | 'access'>,
): Promise<PreparedImport> {
  const files: ReadFile[] = []
  for (const [at, file] of given.files.entries()) files.push(await readFile(file, at, given.options))
  const { companies: sources, faults } = companySources(files)
  if (sources.length > COMPANIES_MAX) throw tooManyCompanies(sources.length, COMPANIES_MAX)
  const entities = await entitiesWithBooks(tx)
  const matched = sources.map((source) => ({ source, entity: entityOf(source, entities, given.companies) }))
  const words = await decideWords(tx, matched, given.places)
  const byId = new Map(entities.map((one) => [one.id, one]))
  // A company of the import goes by its name in the files, too.
  const names = [
    ...entities,
    ...matched.flatMap(({ source: { name }, entity }) => (entity ? { ...entity, name } : [])),
  ].map((one) => calledEntity(one))
  const remembered = await choicesBefore(tx, namesIn(sources))
  const books = await knownBooks(matched, { tx, access })
  const companies = matched.map(({ source, entity }, at) => {
    const own = words.filter(({ company }) => company === source.name)
    const decided = decideCompany(source, {
      entity,
      others: {
        byId: new Map([...byId].filter(([id]) => id !== entity?.id)),
        names: names.filter(({ id }) => id !== entity?.id),
      },
      book: books[at] ?? NO_BOOK,
      words: businessByWord(own),
      choices: given.choices,
      remembered,
      today: today(),
    })
    for (const word of own)
      if (!word.isDecided && entity) decided.faults.push(faultOf(source.name, unknownWord(word)))
    return decided
  })
  return {
    files,
    companies,
    words,
    pairs: await groupPairs(tx, companies, entities),
    faults: files.flatMap((file) => file.faults).concat(faults, sharedEntities(companies)),
  }
}

function namesIn(sources: readonly SourceCompany[]) {
  const books = sources.flatMap(({ balance, ledger }) => [balance ?? [], ledger ?? []].flat())
  const names = books.flatMap(({ accounts }) => [...accounts.values()].map(({ name }) => name))
  return { programs: [...new Set(books.map(({ program }) => program))], names: [...new Set(names)] }
}

function entityOf(
  { name }: SourceCompany,
  entities: readonly KnownEntity[],
  chosen: GivenImport['companies'],
): KnownEntity | undefined {
  const choice = chosen.findLast(({ company }) => company === name)
  if (choice) return entities.find(({ id }) => id === choice.entityId)
  const found = entities.filter((one) => plainName(one.name) === plainName(name))
  return found.length === 1 ? found[0] : undefined
}

const NO_BOOK: KnownBook = {
  accounts: [],
  balances: new Map(),
  isBegun: false,
  posted: new Set(),
  openFrom: undefined,
  mayWrite: false,
}

type Matched = { source: SourceCompany; entity: KnownEntity | undefined }

/** What each company's book has: read for all of them at once. */
async function knownBooks(
  matched: readonly Matched[],
  { tx, access }: Pick<CallContext, 'tx' | 'access'>,
): Promise<KnownBook[]> {
  const opened = matched.flatMap(({ source, entity }) => {
    const bookId = entity?.bookId
    if (!bookId) return []
    const { asOf = '' } = source.balance ?? source.ledger ?? {}
    const before = addDays(source.ledger?.from ?? asOf, -1)
    return [{ bookId, source, asOf, before }]
  })
  const externals = opened.flatMap(({ bookId, source }) =>
    documentsOf(source).map((document) => ({ bookId, externalId: externalIdOf(source, document) })),
  )
  const bookIds = [...new Set(opened.map(({ bookId }) => bookId))]
  const days = opened.flatMap(({ bookId, asOf, before }) => [
    { bookId, on: asOf },
    { bookId, on: before },
  ])
  const unique = [...new Map(days.map((one) => [`${one.bookId} ${one.on}`, one])).values()]
  const [accounts, balances, posted] = await Promise.all([
    accountsOfBooks(tx, bookIds),
    balancesOfBooks(tx, unique),
    postedBefore(tx, externals),
  ])
  const writable = access && coverageOf(access, WRITE)
  return matched.map(({ source, entity }): KnownBook => {
    const mayWrite = writable !== undefined && entity !== undefined && covers(writable, [entity.id])
    const bookId = entity?.bookId
    if (!bookId) return { ...NO_BOOK, mayWrite }
    const { asOf, before } = opened.find((one) => one.source === source) ?? { asOf: '', before: '' }
    const on = (day: string) => balances.filter((one) => one.bookId === bookId && one.on === day)
    const own = new Set(posted.filter((one) => one.bookId === bookId).map(({ externalId }) => externalId))
    return {
      accounts: accounts.filter((one) => one.bookId === bookId),
      balances: new Map(on(asOf).map(({ accountId, minor }) => [accountId, minor])),
      isBegun: on(before).length > 0 && !own.has(externalIdOf(source, OPENING)),
      posted: own,
      openFrom: openFrom({ ...entity, entityId: entity.id }, access),
      mayWrite,
    }
  })
}

function businessByWord(words: readonly DecidedWord[]): Words {
  return new Map(words.map(({ word, business }) => [word, business?.id ?? null]))
}

/** Two companies into one book would each be held against both. */
function sharedEntities(companies: readonly DecidedCompany[]): Fault[] {
  const named = companies.filter(({ entity }) => entity !== undefined)
  return [...Map.groupBy(named, ({ entity }) => entity?.id)].flatMap(([, [first, second]]) =>
    first && second ? [faultOf(second.company, sharedEntity(first.company, second))] : [],
  )
}

function faultOf(company: string, message: Fault['message']): Fault {
  return { fileAt: null, row: null, cell: null, company, message }
}

const sharedEntity = (other: string, { company, entity }: DecidedCompany) => ({
  en: `"${other}" and "${company}" would both come into the book of ${entity?.name}. Import them one after the other, or choose another entity for one.`,
  de: `„${other}“ und „${company}“ kämen beide in das Buch von ${entity?.name}. Importieren Sie sie nacheinander, oder wählen Sie für eine eine andere Gesellschaft.`,
})

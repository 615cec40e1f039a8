import type {
  AccountChoice,
  KnownAccount,
  KnownEntity,
  MappedAccount,
  SourceCompany,
} from './import-model.ts'
import type { RememberedChoice } from './choices-queries.ts'
import type { SourceAccount } from './source-books.ts'

export type Recall = (source: SourceAccount) => AccountChoice | undefined

/**
 * What was said of an account of the same program before: of the same entity, or else the latest of another one, whose partners are no
 * partners here. Nothing where its code is another kind of account in this book. Pure.
 */
export function recallIn(
  company: SourceCompany,
  given: {
    entity: KnownEntity | undefined
    there: readonly KnownAccount[]
    remembered: readonly RememberedChoice[]
  },
): Recall {
  const { entity, there, remembered } = given
  const program = (company.balance ?? company.ledger)?.program
  const ofProgram = remembered.filter((one) => one.program === program)
  const byName = Map.groupBy(ofProgram, keyOf)
  return ({ key, code, name }) => {
    const before = byName.get(keyOf({ sourceCode: code ?? '', sourceName: name })) ?? []
    const own = before.find(({ entityId }) => entityId === entity?.id)
    const last = own ?? before[0]
    if (!last) return undefined
    const holder = there.find((one) => one.code.toLowerCase() === last.code.toLowerCase())
    if (holder && (holder.caption !== last.caption || holder.isArchived)) return undefined
    const choice = { account: key, code: last.code, caption: last.caption }
    return own ? { ...choice, partnerEntityId: own.partnerId } : choice
  }
}

/** What is said now, to be remembered: once for each account of the source. Pure. */
export function choicesToRemember(
  { program, entityId }: Pick<RememberedChoice, 'program' | 'entityId'>,
  accounts: readonly MappedAccount[],
): RememberedChoice[] {
  const said = accounts.flatMap(({ source, target, partner, from }): RememberedChoice[] => {
    const { code, caption } = target
    if (from !== 'said' || caption === undefined) return []
    const partnerId = partner?.id ?? null
    return [
      { entityId, program, sourceCode: source.code ?? '', sourceName: source.name, code, caption, partnerId },
    ]
  })
  return [...new Map(said.map((one) => [keyOf(one), one])).values()]
}

function keyOf({ sourceCode, sourceName }: Pick<RememberedChoice, 'sourceCode' | 'sourceName'>): string {
  return `${sourceCode} ${sourceName}`
}

import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { businessesNamed, holdersOnDays, type NamedBusiness } from '#server/modules/businesses/index.ts'
import type { KnownEntity, SourceCompany } from './import-model.ts'

/** A class, cost centre or tracking option of a company, and what it is here. */
export interface DecidedWord {
  company: string
  word: string
  lines: number
  /** Null for overhead, and for what nobody said yet. */
  business: NamedBusiness | null
  isDecided: boolean
}

export interface WordChoice {
  company?: string | undefined
  word: string
  businessId: Id<'business'> | null
}

/** What belongs to no business, as the four programs call it. */
const OVERHEAD =
  /^(main|not specified|unassigned|overhead|general|corporate|head office|shared|admin(istration)?|none|- ?no class ?-)$/i

/** Which business of its entity each word is: as was said, or by its name, or overhead. */
export async function decideWords(
  tx: Transaction,
  companies: readonly { source: SourceCompany; entity: KnownEntity | undefined }[],
  choices: readonly WordChoice[],
): Promise<DecidedWord[]> {
  const asked = companies.flatMap(({ source, entity }) =>
    [...wordsOf(source)].map(([word, { days, lines }]) => ({
      company: source.name,
      entity,
      word,
      days,
      lines,
    })),
  )
  if (asked.length === 0) return []
  const chosen = choices.flatMap(({ businessId }) => businessId ?? [])
  const named = await businessesNamed(tx, [...new Set([...asked.map(({ word }) => word), ...chosen])])
  const pairs = asked.flatMap(({ company, word, days }) =>
    candidates({ company, word }, { choices, named }).flatMap(({ id }) =>
      [...days].map((onDay) => ({ businessId: id, onDay })),
    ),
  )
  const held = await holdersOnDays(tx, distinct(pairs))
  const holder = new Map(held.map(({ businessId, onDay, entityId }) => [`${businessId} ${onDay}`, entityId]))
  return asked.map(({ company, entity, word, days, lines }) => {
    const own = candidates({ company, word }, { choices, named }).filter(({ id }) =>
      [...days].every((day) => holder.get(`${id} ${day}`) === entity?.id),
    )
    const choice = choiceFor({ company, word }, choices)
    const business = own.length === 1 ? (own[0] ?? null) : null
    const isOverhead = choice ? choice.businessId === null : own.length === 0 && OVERHEAD.test(word)
    return { company, word, lines, business, isDecided: business !== null || isOverhead }
  })
}

function wordsOf({ balance, ledger }: SourceCompany): Map<string, { days: Set<string>; lines: number }> {
  const words = new Map<string, { days: Set<string>; lines: number }>()
  const posted = ledger ?? balance
  for (const { word, day } of posted?.lines ?? []) {
    if (word === '') continue
    const found = words.get(word) ?? { days: new Set(), lines: 0 }
    found.days.add(day === '' ? (posted?.asOf ?? '') : day)
    found.lines++
    words.set(word, found)
  }
  return words
}

type Place = { company: string; word: string }

function choiceFor({ company, word }: Place, choices: readonly WordChoice[]): WordChoice | undefined {
  return choices.findLast(
    (one) => one.word === word && (one.company === undefined || one.company === company),
  )
}

function candidates(
  place: Place,
  { choices, named }: { choices: readonly WordChoice[]; named: ReadonlyMap<string, NamedBusiness[]> },
): NamedBusiness[] {
  const choice = choiceFor(place, choices)
  if (choice?.businessId === null) return []
  return named.get(choice?.businessId ?? place.word) ?? []
}

function distinct(pairs: readonly { businessId: Id<'business'>; onDay: string }[]) {
  return [...new Map(pairs.map((pair) => [`${pair.businessId} ${pair.onDay}`, pair])).values()]
}

export function unknownWord({ word }: DecidedWord) {
  return {
    en: `"${word}" is no business of this entity. Say which business it is, or that it is overhead.`,
    de: `„${word}“ ist kein Unternehmen dieser Gesellschaft. Sagen Sie, welches Unternehmen es ist, oder dass es Gemeinkosten sind.`,
  }
}

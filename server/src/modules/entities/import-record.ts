import type { z } from 'zod'
import { inEach, type Said } from '#kernel/languages.ts'
import { saidOf } from '#server/catalogue/schema-words.ts'
import {
  numberIn,
  readDay,
  textsOf,
  type CellError,
  type Outcome,
  type PreparedSheet,
  type SheetRecord,
} from '#server/modules/imports/index.ts'
import { NewEntity } from './create-entity.ts'
import { ENTITY_TEXTS, type EntityField } from './import-target.ts'
import { HolderFields, StakeFields, type HolderKind } from './ownership-schema.ts'

/** What one record says of an entity, and of one who owns it. */
export interface EntityLine {
  name: string
  /** As far as the row tells them. */
  facts: Partial<Record<(typeof ENTITY_TEXTS)[number], string>>
  stake: StakeLine | undefined
}

export interface StakeLine {
  owner: string
  ownerKind: HolderKind | 'entity' | undefined
  votingPercent: string
  economicPercent: string
  from: string
  until: string | null
  evidence: string | null
}

const KINDS: Record<string, StakeLine['ownerKind']> = {
  entity: 'entity',
  company: 'entity',
  'legal entity': 'entity',
  person: 'person',
  individual: 'person',
  founder: 'person',
  investor: 'investor',
  fund: 'investor',
}

export function readRecord(
  record: SheetRecord,
  { sheet, from }: { sheet: PreparedSheet<EntityField>; from: string | undefined },
): Outcome<EntityField, EntityLine> {
  const texts = new Map(textsOf(record, sheet).map(({ field, text }) => [field, text.trim()]))
  const errors: CellError<EntityField>[] = []
  const facts: EntityLine['facts'] = {}
  for (const field of ENTITY_TEXTS) {
    const text = texts.get(field)
    if (text === undefined) continue
    const parsed = NewEntity.shape[field].safeParse(normal(field, text))
    if (parsed.success && parsed.data !== null) facts[field] = parsed.data
    else
      errors.push({
        field,
        message: faultOf(text, parsed.error?.issues[0]),
      })
  }
  const { name } = facts
  if (name === undefined && errors.length === 0)
    errors.push({ field: 'name', message: { en: 'There is no name.', de: 'Der Name fehlt.' } })
  const stake = texts.has('owner') ? stakeIn(record, { sheet, texts, from }, errors) : unowned(texts, errors)
  return errors.length > 0 || name === undefined ? { errors } : { ready: { name, facts, stake } }
}

/** Codes are written large, and a spreadsheet shows a day of the year as it likes. */
function normal(field: (typeof ENTITY_TEXTS)[number], text: string): string {
  if (field === 'lei' || field === 'functionalCurrency') return text.toUpperCase()
  const day = field === 'fiscalYearEnd' ? readDay(text) : undefined
  return day === undefined ? text : day.slice(5)
}

function faultOf(text: string, issue: z.core.$ZodIssue | undefined): Said {
  const wrong = issue ? saidOf(issue, text) : { en: 'it is empty', de: 'sie ist leer' }
  return inEach((language) => `"${text.slice(0, 60)}": ${wrong[language]}.`)
}

const SHARE_OF_NOBODY: Said = {
  en: 'It is a share of somebody, and there is no owner.',
  de: 'Das ist ein Anteil von jemandem, und der Eigentümer fehlt.',
}

function unowned(texts: ReadonlyMap<EntityField, string>, errors: CellError<EntityField>[]): undefined {
  for (const field of ['share', 'voting', 'economic'] as const)
    if (texts.has(field)) errors.push({ field, message: SHARE_OF_NOBODY })
}

function stakeIn(
  record: SheetRecord,
  given: {
    sheet: PreparedSheet<EntityField>
    texts: ReadonlyMap<EntityField, string>
    from: string | undefined
  },
  errors: CellError<EntityField>[],
): StakeLine | undefined {
  const { sheet, texts } = given
  const tell = (field: EntityField, message: Said): undefined => {
    errors.push({ field, message })
    return undefined
  }
  const percent = (field: 'share' | 'voting' | 'economic'): string | undefined => {
    if (!texts.has(field)) return undefined
    const at = sheet.fields.indexOf(field)
    const number = numberIn(record, at, sheet.decimals[at])
    if ('message' in number) return tell(field, number.message)
    const parsed = StakeFields.votingPercent.safeParse(number.value)
    if (parsed.success && (number.unit === '' || number.unit === '%')) return parsed.data
    return tell(field, {
      en: `"${texts.get(field)?.slice(0, 40)}" is no percentage from 0 to 100 with at most six decimals.`,
      de: `„${texts.get(field)?.slice(0, 40)}“ ist kein Prozentsatz von 0 bis 100 mit höchstens sechs Nachkommastellen.`,
    })
  }
  const day = (field: 'from' | 'until', otherwise: string | undefined): string | undefined => {
    const text = texts.get(field)
    if (text === undefined) return otherwise
    const parsed = StakeFields.from.safeParse(readDay(text) ?? text)
    return parsed.success ? parsed.data : tell(field, noDay(text))
  }
  const before = errors.length
  const [share, voting, economic] = [percent('share'), percent('voting'), percent('economic')]
  const [from, until] = [day('from', given.from), day('until', undefined)]
  const owner = HolderFields.name.safeParse(texts.get('owner')).data
  const kindText = texts.get('ownerKind')?.toLowerCase()
  const ownerKind = kindText === undefined ? undefined : KINDS[kindText]
  const evidence = StakeFields.evidence.safeParse(texts.get('evidence') ?? null).data
  if (errors.length > before) return undefined
  const [votes, part] = [voting ?? share, economic ?? share]
  if (votes === undefined) tell('voting', NO_VOTES)
  if (part === undefined) tell('economic', NO_ECONOMIC)
  if (from === undefined) tell('from', NO_FIRST_DAY)
  if (owner === undefined) tell('owner', NO_OWNERS_NAME)
  if (kindText !== undefined && ownerKind === undefined) tell('ownerKind', noKind(kindText))
  if (evidence === undefined) tell('evidence', TOO_LONG)
  if (errors.length > before || !votes || !part || !from || !owner || evidence === undefined) return undefined
  return {
    owner,
    ownerKind,
    votingPercent: votes,
    economicPercent: part,
    from,
    until: until ?? null,
    evidence,
  }
}

const NO_VOTES: Said = {
  en: 'There is no share of the votes. Choose the column that tells it.',
  de: 'Der Anteil der Stimmen fehlt. Wählen Sie die Spalte, die ihn nennt.',
}
const NO_ECONOMIC: Said = {
  en: 'There is no economic share. Choose the column that tells it.',
  de: 'Der wirtschaftliche Anteil fehlt. Wählen Sie die Spalte, die ihn nennt.',
}
const NO_FIRST_DAY: Said = {
  en: 'There is no first day. Choose the column, or say since when such stakes hold.',
  de: 'Der erste Tag fehlt. Wählen Sie die Spalte, oder sagen Sie, seit wann solche Beteiligungen gelten.',
}
const NO_OWNERS_NAME: Said = {
  en: 'It is no name of at most 200 characters.',
  de: 'Das ist kein Name von höchstens 200 Zeichen.',
}
const TOO_LONG: Said = { en: 'It is longer than 400 characters.', de: 'Es ist länger als 400 Zeichen.' }

function noDay(text: string): Said {
  const shown = text.slice(0, 40)
  return { en: `"${shown}" is no day such as 2026-10-31.`, de: `„${shown}“ ist kein Tag wie 2026-10-31.` }
}

function noKind(text: string): Said {
  const shown = text.slice(0, 40)
  return {
    en: `"${shown}" is no kind of owner: write entity, person or investor.`,
    de: `„${shown}“ ist keine Art von Eigentümer: Schreiben Sie entity, person oder investor.`,
  }
}

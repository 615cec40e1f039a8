import { CAPTIONS, type CaptionName, type CaptionType } from '#kernel/captions.ts'
import { BETWEEN, entityNamedIn } from './group-names.ts'
import type {
  AccountChoice,
  Choices,
  KnownAccount,
  MappedAccount,
  OtherEntities,
  SourceCompany,
  Target,
  Tell,
} from './import-model.ts'
import type { Recall } from './recall-choice.ts'
import { proposeCaption } from './propose-caption.ts'
import type { SourceAccount } from './source-books.ts'

const NAME_MAX = 120
/** Where codes of accounts begin that have none in their source. */
const FIRST_CODE: Record<CaptionType, number> = {
  asset: 1000,
  liability: 2000,
  equity: 3000,
  income: 4000,
  expense: 6000,
}
const STEP = 10

/** Where each account of a company goes: what is there by code or name, or one that is made; and who is on its other side. Pure. */
export function mapAccounts(
  company: SourceCompany,
  given: {
    choices: Choices
    recall: Recall
    there: readonly KnownAccount[]
    others: OtherEntities
    currency: string
    tell: Tell
  },
): MappedAccount[] {
  const { choices, there, others, currency, tell } = given
  const codes = new Set(there.map(({ code }) => code.toLowerCase()))
  const byCode = new Map<string, Target>()
  const made: { target: Target; wanted: string | undefined }[] = []
  const mapped: (MappedAccount & { at: number })[] = []
  let hasRetained = there.some(({ role }) => role === 'retained-earnings')
  for (const { at, source, choice, from } of inOrder(company, given)) {
    const named = entityNamedIn(source.name, others.names)
    const found = choice.isNew === true ? undefined : findAccount(source, choice.code, there)
    const wanted = choice.code ?? source.code ?? undefined
    const shared = byCode.get((found?.code ?? wanted ?? '').toLowerCase())
    if (shared && (found || choice.code !== undefined)) {
      shared.sources.push(source.key)
      if (shared.accountId === null && shared.caption === undefined)
        Object.assign(shared, kindOf(choice.caption ?? proposeCaption(source), hasRetained))
      mapped.push({ at, source, target: shared, partner: partnerOf(shared), from })
      continue
    }
    const caption = choice.caption ?? proposeCaption(source, named !== undefined)
    const target = found ? existing(found, source) : fresh(source, caption, hasRetained)
    if (found && (found.isArchived || (found.currency !== null && found.currency !== currency)))
      tell(unusable(found, currency))
    if (!found && choices.newAccounts === 'refuse') tell(unknownAccount(source.key))
    if (target.role === 'retained-earnings') hasRetained = true
    mapped.push({ at, source, target, partner: partnerOf(target), from })
    if (found) byCode.set(found.code.toLowerCase(), target)
    else {
      made.push({ target, wanted })
      if (wanted !== undefined && !codes.has(wanted.toLowerCase())) byCode.set(wanted.toLowerCase(), target)
    }

    function partnerOf(account: Target) {
      const isBetween = account.caption !== undefined && BETWEEN.has(account.caption)
      const id = choice.partnerEntityId === undefined && isBetween ? named : choice.partnerEntityId
      const partner = id ? others.byId.get(id) : undefined
      if (id && !partner && from === 'said') tell(noPartner(source.key))
      return partner
    }
  }
  giveCodes(made, codes)
  return mapped.toSorted((a, b) => a.at - b.at)
}

/** Whoever was sent to the code of another account comes after it: that one says what it is, and what it is called. */
function inOrder(company: SourceCompany, given: { choices: Choices; recall: Recall }) {
  const sources = new Map([...(company.balance?.accounts ?? []), ...(company.ledger?.accounts ?? [])])
  const all = [...sources.values()].map((source, at) =>
    Object.assign({ at, source }, choiceOf(source, company, given)),
  )
  const isSent = ({ source, choice }: (typeof all)[number]) =>
    choice.code !== undefined && choice.code !== source.code
  return [...all.filter((one) => !isSent(one)), ...all.filter(isSent)]
}

/** What is said of it now goes before what was said of it before, word by word. */
function choiceOf(
  source: SourceAccount,
  { name }: SourceCompany,
  { choices, recall }: { choices: Choices; recall: Recall },
): { choice: AccountChoice; from: MappedAccount['from'] } {
  const said = choices.accounts.findLast(
    ({ account, company }) => account === source.key && (company === undefined || company === name),
  )
  const before = recall(source)
  if (!said) return { choice: before ?? { account: source.key }, from: before ? 'last-time' : 'proposed' }
  const code = said.code ?? (said.isNew === true ? undefined : before?.code)
  return { choice: { ...before, ...said, code }, from: 'said' }
}

function findAccount(
  { code, name }: SourceAccount,
  chosen: string | undefined,
  there: readonly KnownAccount[],
): KnownAccount | undefined {
  const wanted = chosen ?? code
  const byCode = there.find((one) => one.code.toLowerCase() === wanted?.toLowerCase())
  if (byCode || chosen !== undefined) return byCode
  const plain = name.slice(0, NAME_MAX).toLowerCase()
  const named = there.filter((one) => one.name.toLowerCase() === plain && !one.isArchived)
  return named.length === 1 ? named[0] : undefined
}

function existing(account: KnownAccount, { key }: SourceAccount): Target {
  const { id, code, name, caption, type } = account
  return { accountId: id, code, name, caption, type, role: null, sources: [key] }
}

function fresh(source: SourceAccount, caption: CaptionName | undefined, hasRetained: boolean): Target {
  return {
    accountId: null,
    code: '',
    name: source.name.slice(0, NAME_MAX).trim(),
    ...kindOf(caption, hasRetained),
    sources: [source.key],
  }
}

function kindOf(caption: CaptionName | undefined, hasRetained: boolean) {
  return { caption, type: caption && CAPTIONS[caption].type, role: roleOf(caption, hasRetained) }
}

function roleOf(caption: CaptionName | undefined, hasRetained: boolean): Target['role'] {
  if (caption === 'cash') return 'cash'
  if (caption === 'receivables') return 'receivable'
  if (caption === 'payables') return 'payable'
  return caption === 'retained-earnings' && !hasRetained ? 'retained-earnings' : null
}

/** Their own where nobody has it, and otherwise the next free one of their type; in the order of the source, so always the same. */
function giveCodes(
  made: readonly { target: Target; wanted: string | undefined }[],
  taken: Set<string>,
): void {
  for (const { target, wanted } of made) {
    if (wanted === undefined || taken.has(wanted.toLowerCase())) continue
    target.code = wanted
    taken.add(wanted.toLowerCase())
  }
  for (const { target } of made) {
    if (target.code !== '') continue
    let next = FIRST_CODE[target.type ?? 'expense']
    while (taken.has(String(next))) next += STEP
    target.code = String(next)
    taken.add(target.code)
  }
}

const noPartner = (key: string) => ({
  en: `On the other side of "${key}" cannot be what was chosen: it is this entity itself, or none that you can use. Choose another one.`,
  de: `Auf der anderen Seite von „${key}“ kann nicht stehen, was gewählt ist: Es ist diese Gesellschaft selbst, oder keine, die Sie verwenden können. Wählen Sie eine andere.`,
})
const unknownAccount = (key: string) => ({
  en: `The book has no account "${key}". Add it to the chart, say which account it is, or let new ones be made.`,
  de: `Das Buch hat kein Konto „${key}“. Legen Sie es an, sagen Sie, welches Konto es ist, oder lassen Sie neue anlegen.`,
})
const unusable = ({ code, name, isArchived, currency }: KnownAccount, book: string) =>
  isArchived
    ? {
        en: `"${code} ${name}" is archived. Bring it back in the chart, or say another account.`,
        de: `„${code} ${name}“ ist archiviert. Holen Sie es im Kontenplan zurück, oder nennen Sie ein anderes Konto.`,
      }
    : {
        en: `"${code} ${name}" is in ${currency}, and the figures of the file are in ${book}. Say an account in ${book}.`,
        de: `„${code} ${name}“ ist in ${currency}, und die Zahlen der Datei sind in ${book}. Nennen Sie ein Konto in ${book}.`,
      }

import { createHash } from 'node:crypto'
import type { Fault, SourceBooks } from './source-books.ts'
import type { SourceCompany } from './import-model.ts'
import type { ReadFile } from './read-file.ts'

/** A name as it is compared: "Sparrow Studio, LLC" is "Sparrow Studio LLC". */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The companies of all files together: each with one trial balance, one general ledger, or one of both. Pure. */
export function companySources(files: readonly ReadFile[]): { companies: SourceCompany[]; faults: Fault[] } {
  const faults: Fault[] = []
  const byName = new Map<string, SourceCompany>()
  for (const book of files.flatMap(({ books }) => books)) {
    const key = plainName(book.company)
    const own = byName.get(key) ?? { name: book.company, balance: undefined, ledger: undefined, digest: '' }
    byName.set(key, own)
    const place = book.kind === 'trial-balance' ? 'balance' : 'ledger'
    if (own[place] !== undefined) faults.push(twice(book, files[own[place].fileAt]?.name ?? ''))
    else own[place] = book
  }
  const companies = [...byName.values()]
  for (const company of companies) company.digest = digestOf(company, files)
  return { companies, faults }
}

/** Of the file that is posted: a trial balance beside a general ledger is held against it, and is not posted. */
function digestOf({ balance, ledger }: SourceCompany, files: readonly ReadFile[]): string {
  const from = (ledger ?? balance)?.fileAt ?? 0
  return createHash('sha256')
    .update(files[from]?.digest ?? '')
    .digest('hex')
}

function twice({ company, fileAt, kind }: SourceBooks, other: string): Fault {
  const what =
    kind === 'trial-balance'
      ? { en: 'trial balance', de: 'Saldenliste' }
      : { en: 'general ledger', de: 'Hauptbuch' }
  return {
    fileAt,
    row: null,
    cell: null,
    company,
    message: {
      en: `"${company}" has its ${what.en} in "${other}" already. Leave one of the two files out, or say of which company this one is.`,
      de: `„${company}“ hat sein ${what.de} schon in „${other}“. Lassen Sie eine der beiden Dateien weg, oder sagen Sie, von welcher Gesellschaft diese ist.`,
    },
  }
}

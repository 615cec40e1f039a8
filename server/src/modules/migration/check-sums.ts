import { amountText } from '#kernel/money.ts'
import type { Target, Tell } from './import-model.ts'
import { readMinor } from './read-minor.ts'
import type { Side, SourceBooks } from './source-books.ts'

/** A line of a source in minor units. */
export interface MinorLine {
  target: Target
  account: string
  minor: bigint
  side: Side
  day: string
  word: string
  memo: string
  document: string
  row: number
  cell: string
}

export interface MinorBooks {
  lines: MinorLine[]
  openings: { target: Target; account: string; minor: bigint }[]
}

interface Given {
  currency: string
  targets: ReadonlyMap<string, Target>
  tell: Tell
}

/** The lines of a source in minor units, held against all sums that the source states itself. Pure. */
export function minorBooks(source: SourceBooks, given: Given): MinorBooks {
  const { fileAt } = source
  const { targets, ...how } = given
  const lines = source.lines.flatMap((line): MinorLine[] => {
    const target = targets.get(line.account)
    const minor = readMinor(line, { ...how, target, fileAt })
    return target && minor !== undefined ? [Object.assign({}, line, { target, minor })] : []
  })
  const openings = source.openings.flatMap((one) => {
    const target = targets.get(one.account)
    const minor = readMinor(one, { ...how, target, fileAt })
    return target && minor !== undefined && minor !== 0n ? [{ target, account: one.account, minor }] : []
  })
  const books = { lines, openings }
  checkStated(source, books, given)
  return books
}

/** "TOTAL" rows are never posted: they say whether everything was read. */
function checkStated(source: SourceBooks, { lines, openings }: MinorBooks, given: Given): void {
  const { currency, targets, tell } = given
  const { fileAt } = source
  for (const { account, side, value, row, cell } of source.stated) {
    const target = account === null ? undefined : targets.get(account)
    const stated = readMinor({ value, side, row, cell }, { currency, target, fileAt, tell })
    if (stated === undefined || (account === null && side === 'natural')) continue
    const own = lines.filter((line) => line.side === side && (account === null || line.account === account))
    const found = sumOf(own)
    // Some reports add what an account began with to its total, and others do not.
    const began = sumOf(openings.filter((one) => one.account === account && signOf(one.minor) === side))
    const ofAccount = sumOf(openings.filter((one) => one.account === account))
    if (stated === found || stated === found + began || (side === 'natural' && stated === found + ofAccount))
      continue
    const [says, has, by] = [stated, found, stated - found].map((one) =>
      amountText(one < 0n ? -one : one, currency),
    )
    tell(sumDiffers({ of: account ?? '', says: says ?? '', has: has ?? '', by: by ?? '' }), {
      fileAt,
      row,
      cell,
    })
  }
}

function signOf(minor: bigint): Side {
  return minor > 0n ? 'debit' : 'credit'
}

export function sumOf(own: readonly { minor: bigint }[]): bigint {
  return own.reduce((sum, { minor }) => sum + minor, 0n)
}

const sumDiffers = ({ of, says, has, by }: Record<'of' | 'says' | 'has' | 'by', string>) => ({
  en: `The file states a total of ${says}${of === '' ? '' : ` for "${of}"`}, and its rows add up to ${has}: ${by} apart. Export the report again; where it has groups, with their indentation.`,
  de: `Die Datei nennt als Summe ${says}${of === '' ? '' : ` für „${of}“`}, und ihre Zeilen ergeben ${has}: ${by} Unterschied. Exportieren Sie den Bericht noch einmal; hat er Gruppen, mit deren Einrückung.`,
})

import { csvRow, harmlessCell, isPlainLink, isPlainTag, listCell } from '#server/modules/imports/index.ts'
import type { Business } from './schema.ts'

const COLUMNS: readonly [header: string, text: (business: Business) => string][] = [
  ['Name', ({ name }) => name],
  ['Description', ({ description }) => description],
  ['Stage', ({ stage }) => stage],
  ['Entity', ({ entity }) => entity.name],
  ['Category', ({ category }) => category?.name ?? ''],
  ['Owner', ({ owner }) => owner?.name ?? ''],
  ['Links', ({ links }) => listCell(links, isPlainLink)],
  ['Tags', ({ tags }) => listCell(tags, isPlainTag)],
  ['Id', ({ id }) => id],
  ['Created', ({ createdAt }) => createdAt],
]

/** CSV as RFC 4180 says, under headers that an import knows by itself. */
export function csvOf(businesses: readonly Business[]): string {
  const header = COLUMNS.map(([name]) => name)
  const rows = businesses.map((business) => COLUMNS.map(([, text]) => harmlessCell(text(business))))
  return [header, ...rows].map((cells) => csvRow(cells)).join('')
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CallContext } from '#server/catalogue/operation.ts'
import { present } from '#kernel/assert.ts'
import { decimalOf, type ColumnDecimal } from './decimal-marks.ts'
import { COLUMNS_MAX } from './problems.ts'
import { readSource, type ReadSource } from './read-source.ts'
import { findRemembered, saveRemembered } from './remembered-queries.ts'
import { Decimal, type Source } from './schema.ts'
import { fieldsOf, isKnownHeader, type Becomes, type Mapping, type Target } from './target.ts'

/** What was said of a file, and is offered for the next one with the same columns. */
const Said = z.object({
  mapping: z.array(z.object({ column: z.string(), field: z.string() })).max(COLUMNS_MAX),
  decimals: z.array(z.object({ column: z.string(), decimal: Decimal })).max(COLUMNS_MAX),
  words: z.array(z.object({ word: z.string(), means: z.string() })).max(200),
})
export type Said = z.output<typeof Said>

export interface PreparedSheet<F extends string> extends ReadSource {
  fields: Becomes<F>[]
  /** Of columns that hold numbers. */
  decimals: (ColumnDecimal | undefined)[]
  mappingFrom: 'caller' | 'remembered' | 'suggested'
  /** Words of the file that were said to mean something, now or the last time. */
  words: Said['words']
}

type Given<F extends string> = Source & {
  mapping?: Mapping<F> | undefined
  decimals?: Said['decimals'] | undefined
  words?: Said['words'] | undefined
  isRemembered: boolean
}

/** The table of a source, with what each of its columns becomes and how its numbers are written. */
export async function prepareSheet<F extends string>(
  target: Target<F>,
  given: Given<F>,
  { tx }: Pick<CallContext, 'tx'>,
): Promise<PreparedSheet<F>> {
  const source = await readSource(given, (cell) => isKnownHeader(target, cell))
  const key = { target: target.name, fingerprint: fingerprintOf(source.columns) }
  const found = given.isRemembered ? Said.safeParse(await findRemembered(tx, key)).data : undefined
  const remembered = given.mapping === undefined && found && mappingIn(target, found)
  const fields = fieldsOf(target, source, given.mapping ?? (remembered || undefined))
  const said = new Map(
    (found?.decimals ?? []).concat(given.decimals ?? []).map((one) => [one.column, one.decimal]),
  )
  const decimals = source.columns.map((column, at) => {
    const field = fields[at]
    const isNumber = field !== undefined && field !== 'nothing' && target.numbers.has(field)
    return isNumber ? decimalOf(source.records, at, said.get(column)) : undefined
  })
  const suggestedOr = remembered ? ('remembered' as const) : ('suggested' as const)
  return {
    ...source,
    fields,
    decimals,
    words: (found?.words ?? []).concat(given.words ?? []),
    mappingFrom: given.mapping === undefined ? suggestedOr : 'caller',
  }
}

/** Keeps what the columns became, for the next file that has them. */
export async function rememberSheet<F extends string>(
  target: Target<F>,
  sheet: PreparedSheet<F>,
  { tx, access }: Pick<CallContext, 'tx' | 'access'>,
): Promise<void> {
  const { studioId } = present(access, 'an import belongs to a studio')
  const { columns, fields, decimals, words } = sheet
  const latest = new Map(words.map((one) => [one.word, one]))
  const said: Said = {
    mapping: columns.map((column, at) => ({ column, field: fields[at] ?? 'nothing' })),
    decimals: columns.flatMap((column, at) => {
      const { isSaid = false, decimal } = decimals[at] ?? {}
      return isSaid && (decimal === 'point' || decimal === 'comma') ? [{ column, decimal }] : []
    }),
    words: [...latest.values()].slice(-200),
  }
  await saveRemembered(tx, { studioId, target: target.name, fingerprint: fingerprintOf(columns), said })
}

/** A field that an earlier version knew and this one does not is left out. */
function mappingIn<F extends string>(target: Target<F>, { mapping }: Said): Mapping<F> {
  return mapping.map(({ column, field }) => ({
    column,
    field: target.fields.find((one) => one === field) ?? 'nothing',
  }))
}

function fingerprintOf(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex')
}

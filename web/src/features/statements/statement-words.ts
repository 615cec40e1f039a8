import type { Output } from '../../api.ts'

export type Statement = Output<'statements.get-statement'>
export type StatementRow = Statement['rows'][number]
export type StatementColumn = Statement['columns'][number]
export type Kind = Statement['kind']

/** In the order in which they are read most. */
export const KINDS = ['income-statement', 'balance-sheet', 'cash-flow'] as const satisfies readonly Kind[]
export const METHODS = ['indirect', 'direct'] as const

/** Whose statement it is. */
export type Subject = { bookId: string } | { businessId: string } | { categoryId: string }

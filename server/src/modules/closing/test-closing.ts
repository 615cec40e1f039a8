import { present } from '#kernel/assert.ts'
import type { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { BoardRow } from './schema.ts'

type Act = Awaited<ReturnType<typeof testLedger>>['act']

/** How one book stands in a month. */
export async function boardRow(act: Act, bookId: string, month: string, token?: string): Promise<BoardRow> {
  const { items } = await act('closing.list-board', { ids: [bookId], month }, token)
  const [row] = BoardRow.array().parse(items)
  return present(row, 'a row of the board')
}

/** Which checks are met. */
export function checksIn({ checks }: BoardRow): Record<string, boolean> {
  return Object.fromEntries(checks.map(({ check, isMet }) => [check, isMet]))
}

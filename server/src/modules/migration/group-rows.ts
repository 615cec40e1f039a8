/** A row of a tree of accounts: how far its name is indented, and its figures, as text. */
export interface TreeRow {
  indent: number
  figures: readonly bigint[]
}

/**
 * Which rows are groups, whose figures are sums of the rows beneath them: by how names are indented, or where nothing is, because
 * a row is the sum of what follows it. Pure. Whoever posts what is left sees by the stated total whether that was right.
 */
export function groupRows(rows: readonly TreeRow[]): boolean[] {
  if (rows.some(({ indent }) => indent > 0))
    return rows.map(({ indent }, at) => (rows[at + 1]?.indent ?? 0) > indent)
  return bySums(rows)
}

/** From the last row to the first: what follows is a row of trees, and a row that is the sum of the first few of them is their root. */
function bySums(rows: readonly TreeRow[]): boolean[] {
  const isGroup = rows.map(() => false)
  let trees: (readonly bigint[])[] = []
  for (let at = rows.length - 1; at >= 0; at--) {
    const figures = rows[at]?.figures ?? []
    const children = childrenOf(figures, trees)
    isGroup[at] = children > 0
    trees = [figures, ...trees.slice(children)]
  }
  return isGroup
}

function childrenOf(figures: readonly bigint[], trees: readonly (readonly bigint[])[]): number {
  if (figures.every((one) => one === 0n)) return 0
  let sums = figures.map(() => 0n)
  for (const [count, tree] of trees.entries()) {
    sums = sums.map((sum, column) => sum + (tree[column] ?? 0n))
    if (sums.every((sum, column) => sum === figures[column])) return count + 1
  }
  return 0
}

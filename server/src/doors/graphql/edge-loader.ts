import { isRecord } from '#kernel/records.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import type { Node } from './references.ts'

/** As many as a list gives at once. */
const BATCH_MAX = 200

type Row = Record<string, unknown>
type Run = (operation: string, input: Row) => Promise<Row>

interface Waiting {
  id: string
  resolve(row: Row): void
  reject(error: unknown): void
}

/** Follows references within one request: those met in one turn go together, and each is read once. */
export class EdgeLoader {
  readonly #run: Run
  readonly #waiting = new Map<Node, Waiting[]>()
  #known = new Map<string, Promise<Row>>()

  /** `run` is the caller's own way through `invoke()`, so that an edge shows what the caller may see and no more. */
  constructor(run: Run) {
    this.#run = run
  }

  /** Rejects with `catalogue.not-found` where the row is not open to the caller. */
  load(node: Node, id: string): Promise<Row> {
    const known = this.#known.get(id)
    if (known) return known
    const row = new Promise<Row>((resolve, reject) => {
      const waiting = this.#waiting.get(node)
      if (waiting) waiting.push({ id, resolve, reject })
      else {
        this.#waiting.set(node, [{ id, resolve, reject }])
        // Behind every promise of this turn: all items of a list have asked by then.
        setImmediate(() => this.#flush(node))
      }
    })
    this.#known.set(id, row)
    return row
  }

  /** After a change: what was read before it may be stale. */
  forget(): void {
    this.#known = new Map()
  }

  #flush(node: Node): void {
    const waiting = this.#waiting.get(node) ?? []
    this.#waiting.delete(node)
    for (let from = 0; from < waiting.length; from += BATCH_MAX) {
      void this.#settle(node, waiting.slice(from, from + BATCH_MAX))
    }
  }

  async #settle(node: Node, batch: Waiting[]): Promise<void> {
    try {
      const { items } = await this.#run(node.operation, { ids: batch.map(({ id }) => id), limit: BATCH_MAX })
      const rows = new Map(
        (Array.isArray(items) ? items : []).filter(isRecord).map((row) => [row['id'], row]),
      )
      for (const { id, resolve, reject } of batch) {
        const row = rows.get(id)
        if (row) resolve(row)
        else reject(notOpenToYou(id))
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}

/** What an answer says of another noun. More than it carries is read when somebody asks for it. */
export class Reference {
  readonly node: Node
  readonly #carried: Row

  constructor(node: Node, carried: Row) {
    this.node = node
    this.#carried = carried
  }

  read(field: string, loader: EdgeLoader): unknown {
    if (field in this.#carried) return this.#carried[field]
    return loader.load(this.node, String(this.#carried['id'])).then((row) => row[field])
  }
}

import { percentileMs } from '#server/vitals/duration-scale.ts'
import { addUp, type Recent } from '#server/vitals/invocation-figures.ts'
import type { OperationFigures } from './schema.ts'

const TOP = 10

/** The ten that were invoked most and the ten that were slowest, most invoked first; and all of them together. */
export function operationFigures(recent: readonly Recent[]): {
  figures: Omit<OperationFigures, 'operation'>
  operations: OperationFigures[]
} {
  const all = addUp(recent).map(figuresOf)
  const byCount = all.toSorted((a, b) => b.count - a.count || (a.operation < b.operation ? -1 : 1))
  const bySlowness = all.toSorted((a, b) => (b.p95Ms ?? 0) - (a.p95Ms ?? 0))
  const chosen = new Set([...byCount.slice(0, TOP), ...bySlowness.slice(0, TOP)])
  const together = recent.map(({ done, held, refused, failed, steps }) => ({
    operation: '',
    done,
    held,
    refused,
    failed,
    steps,
  }))
  const { operation: _all, ...figures } = figuresOf(addUp(together)[0] ?? NONE)
  return { figures, operations: byCount.filter((row) => chosen.has(row)) }
}

const NONE: Recent = { operation: '', done: 0, held: 0, refused: 0, failed: 0, steps: [] }

function figuresOf({ operation, done, held, refused, failed, steps }: Recent): OperationFigures {
  const percentile = (share: number) => rounded(percentileMs(steps, share))
  return {
    operation,
    count: done + held + refused + failed,
    refused,
    failed,
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
  }
}

/** Three digits: the scale knows no more. Rounded up, so that it stays what was not exceeded. */
function rounded(ms: number | undefined): number | null {
  if (ms === undefined) return null
  const unit = 10 ** (Math.floor(Math.log10(ms)) - 2)
  return Number((Math.ceil(ms / unit) * unit).toPrecision(3))
}

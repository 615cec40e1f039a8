import { amountText } from '#kernel/money.ts'
import type { Problem } from '#kernel/problem.ts'
import type { FlooredBalance } from './post-queries.ts'
import { belowFloor } from './problems.ts'

/** Why an account cannot hold that, or undefined: what pending entries hold counts as taken. */
export function floorRefuses(
  { minor, heldMinor }: FlooredBalance,
  { label, currency, floorMinor }: { label: string; currency: string; floorMinor: bigint | null },
): Problem | undefined {
  if (floorMinor === null || minor - heldMinor >= floorMinor) return undefined
  return belowFloor({
    name: label,
    floor: amountText(floorMinor, currency),
    balance: amountText(minor, currency),
    held: heldMinor === 0n ? undefined : amountText(heldMinor, currency),
  })
}

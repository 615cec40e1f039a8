import { CAPTIONS, type CaptionName, type Section } from '#kernel/captions.ts'

/** The four figures that a margin is: minor units, a cost taken off as it goes down. */
export interface Margins {
  revenue: bigint
  grossProfit: bigint
  contribution: bigint
  netResult: bigint
}

export const NO_MARGINS: Margins = { revenue: 0n, grossProfit: 0n, contribution: 0n, netResult: 0n }

/** What each section still counts for: revenue for all four, income tax for the net result alone. */
const COUNTS: Partial<Record<Section, readonly (keyof Margins)[]>> = {
  revenue: ['revenue', 'grossProfit', 'contribution', 'netResult'],
  'cost-of-revenue': ['grossProfit', 'contribution', 'netResult'],
  'operating-expenses': ['contribution', 'netResult'],
}

/** Debits are positive in, and lower the figures. */
export function addSum(
  margins: Margins,
  { caption, minor }: { caption: CaptionName; minor: bigint },
): Margins {
  const counted = COUNTS[CAPTIONS[caption].section] ?? ['netResult']
  const next = { ...margins }
  for (const figure of counted) next[figure] -= minor
  return next
}

export function less(whole: Margins, part: Margins): Margins {
  return {
    revenue: whole.revenue - part.revenue,
    grossProfit: whole.grossProfit - part.grossProfit,
    contribution: whole.contribution - part.contribution,
    netResult: whole.netResult - part.netResult,
  }
}

export function plus(a: Margins, b: Margins): Margins {
  return less(a, less(NO_MARGINS, b))
}

import type { CaptionName } from '#kernel/captions.ts'

export const INVESTMENTS: readonly CaptionName[] = ['investments-group', 'investments-other']

/** Whether it stands under investments, with that entity as what was invested in. */
export function isInvestedIn(
  id: string,
  { caption, partnerId }: { caption: CaptionName; partnerId: string | null },
): boolean {
  return partnerId === id && INVESTMENTS.includes(caption)
}

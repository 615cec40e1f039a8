import { useEffect, useRef } from 'react'

/** A head counts anew whenever something happens; where its rows are other ones by then, they are read once more. */
export function useSameCount(
  count: number | undefined,
  { total, isFetching, again }: { total: number | undefined; isFetching: boolean; again(): void },
): void {
  const asked = useRef<number>(undefined)
  const isOld = count !== undefined && total !== undefined && total !== count && !isFetching
  useEffect(() => {
    if (!isOld || asked.current === count) return
    asked.current = count
    again()
  }, [isOld, count, again])
}

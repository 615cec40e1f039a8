import autocannon from 'autocannon'

export interface Load {
  perSecond: number
  p99Ms: number
}

/** Seconds of load from another thread, to loopback only. Throws where any answer is not a success. */
export async function load(
  request: autocannon.Options,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Load> {
  const { requests, latency, non2xx, errors } = await autocannon({
    ...request,
    connections,
    duration: seconds,
    workers: 1,
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed`)
  return { perSecond: requests.average, p99Ms: latency.p99 }
}

export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}

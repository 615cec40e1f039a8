import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 20
const WINDOW_MS = 60_000

export interface LoopDelay {
  p50Ms: number
  p99Ms: number
  maxMs: number
}

/** How late the event loop was, over the last whole minute; over the time so far in the first one. */
export function watchLoopDelay() {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  let last: LoopDelay | undefined
  const timer = setInterval(() => {
    last = read()
    histogram.reset()
  }, WINDOW_MS).unref()

  function read(): LoopDelay {
    if (histogram.count === 0) return { p50Ms: 0, p99Ms: 0, maxMs: 0 }
    return {
      p50Ms: lateMs(histogram.percentile(50)),
      p99Ms: lateMs(histogram.percentile(99)),
      maxMs: lateMs(histogram.max),
    }
  }

  return {
    read: () => last ?? read(),
    close(): void {
      clearInterval(timer)
      histogram.disable()
    },
  }
}

/** Node records the whole interval of its timer; what is more than that is the delay. */
function lateMs(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
}

import { memoryUsage } from 'node:process'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Brought into a server with `--import`: tells the process that started it how it fares. */
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()

process.on('message', (message) => {
  if (message === 'begin') delay.reset()
  if (message === 'tell') {
    process.send?.({ tickMaxMs: delay.max / 1e6, residentMb: memoryUsage.rss() / 1024 / 1024 })
  }
})

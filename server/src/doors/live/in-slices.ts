import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long one turn of the event loop may be taken: ten thousand streams are written to while requests are answered. */
const SLICE_MS = 8
const LOOK_EVERY = 50

/** Goes over them all, and lets others have a turn in between. */
export async function inSlices<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let beganMs = performance.now()
  let done = 0
  for (const one of all) {
    work(one)
    if (++done % LOOK_EVERY !== 0 || performance.now() - beganMs < SLICE_MS) continue
    await nextTurn()
    beganMs = performance.now()
  }
}

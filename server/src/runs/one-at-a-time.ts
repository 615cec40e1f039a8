/** Called while it is at work, it works once more afterwards, and no more often. `idle` waits for the present one. */
export function oneAtATime(work: () => Promise<void>): (() => Promise<void>) & { idle(): Promise<void> } {
  let running: Promise<void> | undefined
  let isAskedAgain = false
  const once = async () => {
    do {
      isAskedAgain = false
      await work()
    } while (isAskedAgain)
    running = undefined
  }
  const ask = () => {
    if (running) isAskedAgain = true
    return (running ??= once())
  }
  return Object.assign(ask, { idle: async () => running })
}

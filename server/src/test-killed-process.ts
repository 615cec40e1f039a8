import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { atEnd } from '#server/database/at-end.ts'

/**
 * A process of its own, to be killed: it is sent its settings, and works once it has answered. What a test left alive ends
 * with it.
 */
export async function startProcess(file: URL, settings: object): Promise<ChildProcess> {
  const child = fork(file)
  atEnd(async () => child.kill('SIGKILL'))
  const isWorking = once(child, 'message')
  child.send(settings)
  await isWorking
  return child
}

/** As a power cut does it; comes back when the process is gone. */
export async function killProcess(child: ChildProcess): Promise<void> {
  const isGone = once(child, 'exit')
  child.kill('SIGKILL')
  await isGone
}

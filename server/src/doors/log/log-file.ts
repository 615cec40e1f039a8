import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'
import { withoutSecrets } from './without-secrets.ts'

/** Five files of 20 MB are about three hundred thousand invocations; what is older goes, so that logs fill no disk. */
const BYTES_MAX = 20_000_000
const FILES_KEPT = 4

export interface LogFile {
  /** One line of JSON with its line feed. Never throws: a log that cannot be written ends no request. */
  write(line: string): void
  flush(): void
}

/**
 * The log of one process: lines gather for one turn of the event loop and are written together; a file that is full
 * becomes `iza.log.1`, and the oldest of five is overwritten. Only one process writes a file, so nobody renames it
 * under another.
 */
export function openLogFile(path: string, bytesMax = BYTES_MAX): LogFile {
  let file = openSync(path, 'a', 0o600)
  let bytes = fstatSync(file).size
  let waiting: string[] = []
  let lostLines = 0

  function rotate(): void {
    closeSync(file)
    for (let older = FILES_KEPT - 1; older >= 1; older--)
      moveIfThere(`${path}.${older}`, `${path}.${older + 1}`)
    moveIfThere(path, `${path}.1`)
    file = openSync(path, 'a', 0o600)
    bytes = fstatSync(file).size
  }

  function flush(): void {
    if (waiting.length === 0) return
    const lines = waiting
    waiting = []
    try {
      if (bytes >= bytesMax) rotate()
      const lost =
        lostLines > 0
          ? `{"level":50,"time":${Date.now()},"msg":"${lostLines} lines could not be written"}\n`
          : ''
      bytes += writeSync(file, lost + withoutSecrets(lines.join('')))
      lostLines = 0
    } catch {
      lostLines += lines.length // the disk is full, or the folder has gone: told with the next line that can be written
    }
  }

  process.on('exit', flush)
  return {
    write(line) {
      if (waiting.push(line) === 1) setImmediate(flush)
    },
    flush,
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

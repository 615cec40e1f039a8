import type { FastifyServerOptions } from 'fastify'
import { isRecord } from '#kernel/records.ts'
import { openLogFile } from './log-file.ts'
import { toldError } from './told-error.ts'

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>

/**
 * Pino, as Fastify uses it, for lines of JSON. An error is told by `toldError` wherever it stands, and never as pino
 * would, which takes its message for the message of the line; requests are told by their id, never by address or headers.
 */
export function loggerOptions(logFile: string): { options: LoggerOptions; flush(): void } {
  const file = openLogFile(logFile)
  return {
    options: {
      level: 'info',
      stream: file,
      base: null,
      serializers: { req: () => ({}), res: () => ({}), err: (error: unknown) => toldError(error) },
      hooks: {
        logMethod([given, ...rest], method) {
          const err = given instanceof Error ? given : isRecord(given) ? given['err'] : undefined
          if (!(err instanceof Error)) return method.apply(this, [given, ...rest])
          const more = given instanceof Error ? {} : given
          return method.apply(this, [{ ...Object(more), err }, 'an error'])
        },
      },
    },
    flush: file.flush,
  }
}

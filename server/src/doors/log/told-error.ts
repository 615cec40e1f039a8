import { DatabaseError } from 'pg'

const CAUSES_MAX = 3

/**
 * An error as the log tells it: where it happened and of which kind, and no value that came from outside. PostgreSQL
 * quotes rows and inputs in its messages and details, and the parser of JSON what it could not read.
 */
export function toldError(error: unknown, depth = 0): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const cause =
    error.cause !== undefined && depth < CAUSES_MAX ? toldError(error.cause, depth + 1) : undefined
  const told = { type: error.name, message: '', stack: framesOf(error), ...(cause && { cause }) }
  if (error instanceof DatabaseError) {
    const { code, routine, schema, table, column, constraint } = error
    return { ...told, type: 'DatabaseError', code, routine, schema, table, column, constraint }
  }
  return error instanceof SyntaxError ? told : { ...told, message: error.message.slice(0, 2000) }
}

interface ToldError {
  type: string
  /** Empty where it might quote what came from outside. */
  message: string
  stack: string
  [more: string]: unknown
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line))
  return frames.slice(0, 20).join('\n')
}

import { DatabaseError } from 'pg'

const TRIES_MAX = 4
/**
 * Serialization failure, deadlock; and what breaks a rule of the tables. Who writes checks each of those first, so that somebody
 * else was quicker: the next try finds what they wrote, and refuses in words, or answers.
 */
const WORTH_ANOTHER_TRY = /^(40001|40P01|23[0-9A-Z]{3})$/

export function isWorthAnotherTry(error: unknown): boolean {
  return error instanceof DatabaseError && WORTH_ANOTHER_TRY.test(error.code ?? '')
}

/** Does a transaction anew where somebody else was quicker, and throws what the last try met. */
export async function tryAgain<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt >= TRIES_MAX || !isWorthAnotherTry(error)) throw error
    }
  }
}

import type { Said } from '#kernel/languages.ts'
import { Problem } from '#kernel/problem.ts'
import type { Hold } from './hold.ts'

const EXPIRES_AFTER_HOURS = 72

/** What a handler refuses with where this very invocation is for somebody else to accept: `invoke()` then keeps it until they do. */
export class SecondPersonNeeded extends Problem {
  readonly reason: Said

  constructor(reason: Said) {
    super({
      kind: 'held',
      code: 'catalogue.second-person-needed',
      message: {
        en: `Somebody else has to accept this. ${reason.en}`,
        de: `Jemand anderes muss dies freigeben. ${reason.de}`,
      },
    })
    this.reason = reason
  }
}

export function demandedBy({ reason }: SecondPersonNeeded): Hold {
  return { because: 'demanded', reason, roles: [], expiresAfterHours: EXPIRES_AFTER_HOURS }
}

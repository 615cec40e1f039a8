import type { Said } from '#kernel/languages.ts'
import { problem } from '#kernel/problem.ts'

export const badAddress = problem('invalid', 'egress.bad-address', (url: string, why: Said) => ({
  en: `"${shortened(url)}" cannot be used as an address: ${why.en}.`,
  de: `„${shortened(url)}“ lässt sich nicht als Adresse verwenden: ${why.de}.`,
}))

export const addressRefused = problem(
  'invalid',
  'egress.address-refused',
  (host: string, address: string) => ({
    en: `${host === address ? address : `${host} leads to ${address}, which`} is no public address, and nothing is sent to this machine or into the networks around it. Name a host that the internet reaches, or let whoever runs IZA OS allow this one (IZA_EGRESS_ALLOW).`,
    de: `${host === address ? address : `${host} führt zu ${address}, und das`} ist keine öffentliche Adresse; an diese Maschine und in die Netze um sie wird nichts gesendet. Nennen Sie einen Host, den das Internet erreicht, oder lassen Sie den Betreiber diesen erlauben (IZA_EGRESS_ALLOW).`,
  }),
)

export const unreachable = problem('unavailable', 'egress.unreachable', (host: string, why: string) => ({
  en: `${host} could not be reached (${why}).`,
  de: `${host} war nicht zu erreichen (${why}).`,
}))

export const timeout = problem(
  'unavailable',
  'egress.timeout',
  (host: string, what: 'connection' | 'answer', ms: number) => ({
    en:
      what === 'connection'
        ? `${host} took no connection within ${ms / 1000} s.`
        : `${host} did not answer within ${ms / 1000} s.`,
    de:
      what === 'connection'
        ? `${host} nahm binnen ${ms / 1000} s keine Verbindung an.`
        : `${host} antwortete nicht binnen ${ms / 1000} s.`,
  }),
)

function shortened(url: string): string {
  return url.length > 120 ? `${url.slice(0, 120)}…` : url
}

import { problem } from '#kernel/problem.ts'

export const badAddress = problem(
  'invalid',
  'egress.bad-address',
  (url: string, why: string) => `"${shortened(url)}" cannot be used as an address: ${why}.`,
)

export const addressRefused = problem(
  'invalid',
  'egress.address-refused',
  (host: string, address: string) =>
    `${host === address ? address : `${host} leads to ${address}, which`} is no public address, and nothing is sent to this machine or into the networks around it. Name a host that the internet reaches, or let whoever runs IZA OS allow this one (IZA_EGRESS_ALLOW).`,
)

export const unreachable = problem(
  'unavailable',
  'egress.unreachable',
  (host: string, why: string) => `${host} could not be reached (${why}).`,
)

export const timeout = problem(
  'unavailable',
  'egress.timeout',
  (host: string, what: 'connection' | 'answer', ms: number) =>
    what === 'connection'
      ? `${host} took no connection within ${ms / 1000} s.`
      : `${host} did not answer within ${ms / 1000} s.`,
)

function shortened(url: string): string {
  return url.length > 120 ? `${url.slice(0, 120)}…` : url
}

import { problem } from '#kernel/problem.ts'

/** One front door. All of them lead into the same program; `path` is where the room answers on 3000 as well. */
export interface Port {
  number: number
  area: string
  room: string
  path: string
}

/** The port map of DESIGN.md section 8, as far as rooms work: a port opens when its room does. */
export const PORTS: readonly Port[] = [
  { number: 3000, area: 'Core', room: 'Home', path: '/' },
  { number: 3099, area: 'Core', room: 'Health', path: '/health' },
  { number: 4000, area: 'AI Boss Holdings', room: 'Businesses', path: '/businesses/overview' },
  { number: 4001, area: 'AI Boss Holdings', room: 'Venture portfolio', path: '/ventures' },
  { number: 4004, area: 'AI Boss Holdings', room: 'Business analytics', path: '/business-analytics' },
  { number: 4099, area: 'AI Boss Holdings', room: 'Health', path: '/health' },
  { number: 5000, area: 'GenixBank', room: 'Banking', path: '/banking' },
  { number: 5001, area: 'GenixBank', room: 'Financial analytics', path: '/financial-analytics' },
  { number: 5099, area: 'GenixBank', room: 'Health', path: '/health' },
]

export const HOME_PORT = 3000

/** Every port that the map will ever open: an offset must suit them all, or a later room would not open. */
const AREAS: readonly (readonly [first: number, last: number])[] = [
  [3000, 3004],
  [4000, 4004],
  [5000, 5004],
  [6001, 6005],
  [7000, 7004],
  [8000, 8004],
  [8301, 8307],
  [9000, 9005],
]
const HEALTH_PORTS = [3099, 4099, 5099, 6099, 7099, 8099, 8399, 9099]

/** Ports that browsers refuse (Fetch standard, "port blocking"), as far as an offset can reach them. */
const BAD_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
])
const PORT_MAX = 65_535

const offsetRefused = problem(
  'invalid',
  'start.port-offset',
  (given: { offset: number; port: number; next: number }) =>
    `IZA_PORT_OFFSET=${given.offset} would put a room on port ${given.port}, which browsers refuse or which does not exist. ` +
    `The next offset that works is ${given.next}.`,
)

/** Throws the problem `start.port-offset`, which names the next offset that works. */
export function checkOffset(offset: number): number {
  const bad = badPort(offset)
  if (bad === undefined) return offset
  let next = offset > 0 ? offset + 1 : 0
  while (next > 0 && badPort(next) !== undefined) next = next >= PORT_MAX ? 0 : next + 1
  throw offsetRefused({ offset, port: bad, next })
}

function badPort(offset: number): number | undefined {
  const all = [...HEALTH_PORTS, ...AREAS.flatMap(([first, last]) => range(first, last))]
  return all
    .map((port) => port + offset)
    .find((port) => BAD_PORTS.has(port) || port > PORT_MAX || port < 1024)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_nothing, at) => first + at)
}

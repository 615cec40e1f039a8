import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { problem } from '#kernel/problem.ts'
import { checkOffset } from '#server/doors/ports.ts'
import type { TraceTarget } from '#server/traces/otlp-exporter.ts'

export interface Config {
  /** Where data, keys and logs live. */
  home: string
  /** An administrator's way in to a PostgreSQL 15+ server; undefined starts the embedded one. */
  databaseUrl: string | undefined
  portOffset: number
  processes: number
  /** The address to listen on. */
  bind: string
  /** Host names, beside localhost, by which people reach us through a proxy that speaks TLS. */
  publicHosts: string[]
  /** What one person or key may ask for; 0 is no limit. */
  requestsPerSecond: number
  /** Where traces go; undefined and nothing leaves this machine. */
  traces: TraceTarget | undefined
  /** `npm run demo`: a home that is new becomes a demonstration, without a question. */
  isDemo: boolean
  /** So many full months stand in the books of a demonstration that is founded here. */
  demoMonths: number
  /** A mail server; undefined keeps mails as files in the home. */
  smtpUrl: string | undefined
  /** Who mails are from. */
  mailFrom: string
  /** `host:port` that requests to others reach although they are private; none but for development. */
  egressAllow: string[]
}

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
/** A name and an address in angle brackets, or the address alone. */
const MAIL_FROM =
  /^(?:[^<>"@,;:\r\n]{0,120}<[^<>\s@,;]{1,64}@[a-z0-9.-]{1,253}>|[^<>\s@,;]{1,64}@[a-z0-9.-]{1,253})$/i
const HOST = /^[a-z0-9.-]{1,253}$/
const HOST_AND_PORT = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\]):\d{1,5}$/

const badSetting = problem(
  'invalid',
  'start.bad-setting',
  (name: string, value: string, expected: string) => `${name}="${value}" cannot be used: ${expected}.`,
)

/** Reads the environment, and what stands behind the name of the program. Throws the problem `start.bad-setting`, which names the variable, its value and what fits. */
export function readConfig(env: NodeJS.ProcessEnv, words: readonly string[] = []): Config {
  const isDemo = words.includes('--demo')
  return {
    isDemo,
    demoMonths: wholeNumber('IZA_DEMO_MONTHS', env['IZA_DEMO_MONTHS'] || '24', { min: 0, max: 24 }),
    home: resolve(PROJECT, env['IZA_HOME'] || (isDemo ? '.iza-demo' : '.iza')),
    databaseUrl: databaseUrl(env['DATABASE_URL']),
    portOffset: checkOffset(
      wholeNumber('IZA_PORT_OFFSET', env['IZA_PORT_OFFSET'] || '0', { min: -2000, max: 56_000 }),
    ),
    processes: wholeNumber('IZA_PROCESSES', env['IZA_PROCESSES'] || '1', { min: 1, max: 64 }),
    bind: address(env['IZA_BIND'] || '127.0.0.1'),
    publicHosts: hosts(env['IZA_PUBLIC_HOSTS'] || ''),
    requestsPerSecond: wholeNumber('IZA_REQUESTS_PER_SECOND', env['IZA_REQUESTS_PER_SECOND'] || '300', {
      min: 0,
      max: 100_000,
    }),
    traces: traceTarget(env),
    smtpUrl: smtpUrl(env['IZA_SMTP_URL']),
    mailFrom: mailFrom(env['IZA_MAIL_FROM'] || 'IZA OS <iza-os@localhost>'),
    egressAllow: hostsWithPorts(env['IZA_EGRESS_ALLOW'] || ''),
  }
}

function wholeNumber(name: string, value: string, { min, max }: { min: number; max: number }): number {
  const number = Number(value)
  if (/^-?\d+$/.test(value) && number >= min && number <= max) return number
  throw badSetting(name, value, `expected a whole number from ${min} to ${max}`)
}

function databaseUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  const isPostgres =
    /^postgres(ql)?:\/\//.test(value) && URL.canParse(value) && new URL(value).pathname.length > 1
  if (!isPostgres) {
    // The value may hold a password, so it is not repeated.
    throw badSetting('DATABASE_URL', '…', 'expected postgres://user:password@host:port/database')
  }
  return value
}

function smtpUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  if (/^smtps?:\/\//.test(value) && URL.canParse(value) && new URL(value).hostname !== '') return value
  // The value may hold a password, so it is not repeated.
  throw badSetting('IZA_SMTP_URL', '…', 'expected smtp://user:password@host:587, or smtps:// for TLS')
}

function mailFrom(value: string): string {
  if (MAIL_FROM.test(value)) return value
  throw badSetting('IZA_MAIL_FROM', value, 'expected an address, such as IZA OS <iza@example.com>')
}

function address(value: string): string {
  if (z.union([z.ipv4(), z.ipv6()]).safeParse(value).success) return value
  throw badSetting('IZA_BIND', value, 'expected an IP address to listen on, such as 127.0.0.1 or 0.0.0.0')
}

function hosts(value: string): string[] {
  const names = value.split(',').flatMap((name) => name.trim().toLowerCase() || [])
  const wrong = names.find((name) => !HOST.test(name))
  if (wrong !== undefined)
    throw badSetting('IZA_PUBLIC_HOSTS', wrong, 'expected host names without port, separated by commas')
  return names
}

function hostsWithPorts(value: string): string[] {
  const named = value.split(',').flatMap((one) => one.trim().toLowerCase() || [])
  const wrong = named.find((one) => !HOST_AND_PORT.test(one))
  if (wrong === undefined) return named.map((one) => one.replace(/^\[(.*)\]/, '$1'))
  const expected =
    'expected hosts with their ports, separated by commas, such as 127.0.0.1:8080,hooks.local:443'
  throw badSetting('IZA_EGRESS_ALLOW', wrong, expected)
}

/** The variables are OpenTelemetry's own. Headers may hold a token, so they are not repeated. */
function traceTarget(env: NodeJS.ProcessEnv): TraceTarget | undefined {
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT']
  if (!endpoint) return undefined
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint)) {
    const expected = 'expected the address of a collector, such as http://localhost:4318'
    throw badSetting('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint, expected)
  }
  const pairs = (env['OTEL_EXPORTER_OTLP_HEADERS'] ?? '').split(',').flatMap((pair) => pair.trim() || [])
  const headers = pairs.map((pair) => /^([\w-]+)=([\x20-\x7e]*)$/.exec(pair))
  if (headers.some((found) => found === null))
    throw badSetting('OTEL_EXPORTER_OTLP_HEADERS', '…', 'expected name=value, separated by commas')
  return {
    endpoint,
    headers: Object.fromEntries(
      headers.flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? '']] : [])),
    ),
    serviceName: env['OTEL_SERVICE_NAME'] || 'iza-os',
  }
}

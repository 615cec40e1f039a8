import { firstSpoken, type Language } from '#kernel/languages.ts'

const HEADER_LENGTH_MAX = 200

/** What `Accept-Language` asks for (RFC 9110, 12.5.4), of the languages that there are. */
export function languageOf(header = ''): Language {
  const asked = header
    .slice(0, HEADER_LENGTH_MAX)
    .split(',')
    .map((one) => {
      const [tag = '', ...rest] = one.trim().split(';')
      return { tag, weight: Number(/^q=([\d.]+)$/.exec(rest.join('').trim())?.[1] ?? 1) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return firstSpoken(asked.map(({ tag }) => tag))
}

import { LANGUAGES, type Language } from '#kernel/languages.ts'

const HEADER_LENGTH_MAX = 200

/** What `Accept-Language` asks for (RFC 9110, 12.5.4), of the languages that there are; English where it asks for none of them. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, HEADER_LENGTH_MAX)
    .split(',')
    .map((one) => {
      const [tag = '', ...rest] = one.trim().toLowerCase().split(';')
      const weight = Number(/^q=([\d.]+)$/.exec(rest.join('').trim())?.[1] ?? 1)
      return { language: LANGUAGES.find((known) => known === tag.split('-')[0]), weight }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return asked.find(({ language }) => language !== undefined)?.language ?? 'en'
}

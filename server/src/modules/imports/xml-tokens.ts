import { xlsxBroken } from './problems.ts'

export type XmlToken =
  | { is: 'open'; name: string; attributes: Record<string, string>; isEmpty: boolean }
  | { is: 'close'; name: string }
  | { is: 'text'; text: string }

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const CODE_POINT_MAX = 0x10_ff_ff

/**
 * XML as spreadsheet programs write it, one token after another. A document type is refused, so there are no entities
 * but the five of XML itself, and nothing outside of the file is ever read. Names come without their prefixes.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const opens = xml.indexOf('<', at)
    if (opens === -1 || opens > at)
      yield { is: 'text', text: plainText(xml.slice(at, opens === -1 ? undefined : opens)) }
    if (opens === -1) return
    if (xml.startsWith('<!--', opens)) at = after(xml, '-->', opens + 4)
    else if (xml.startsWith('<?', opens)) at = after(xml, '?>', opens + 2)
    else if (xml.startsWith('<![CDATA[', opens)) {
      at = after(xml, ']]>', opens + 9)
      yield { is: 'text', text: xml.slice(opens + 9, at - 3) }
    } else if (xml.startsWith('<!', opens)) {
      throw xlsxBroken({
        en: 'it declares a document type, which no spreadsheet program writes',
        de: 'sie deklariert einen Dokumenttyp, und das schreibt kein Tabellenprogramm',
      })
    } else {
      at = tagEnd(xml, opens + 1) + 1
      yield tagOf(xml.slice(opens + 1, at - 1))
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found === -1)
    throw xlsxBroken({ en: 'one of its parts ends too early', de: 'einer ihrer Teile endet zu früh' })
  return found + mark.length
}

/** Where the tag closes; a `>` may stand within an attribute. A workbook has millions: `indexOf` is three times a loop. */
function tagEnd(xml: string, from: number): number {
  for (let end = xml.indexOf('>', from); end !== -1; end = xml.indexOf('>', end + 1)) {
    const tag = xml.slice(from, end)
    if (tag.includes('<')) break
    if (isBalanced(tag)) return end
  }
  throw xlsxBroken({ en: 'one of its parts ends too early', de: 'einer ihrer Teile endet zu früh' })
}

function isBalanced(tag: string): boolean {
  if (tag.includes("'")) return /^(?:[^"']|"[^"]*"|'[^']*')*$/.test(tag)
  let quotes = 0
  for (let at = tag.indexOf('"'); at !== -1; at = tag.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 0
}

function tagOf(tag: string): XmlToken {
  if (tag.startsWith('/')) return { is: 'close', name: local(tag.slice(1).trim()) }
  const isEmpty = tag.endsWith('/')
  const body = isEmpty ? tag.slice(0, -1) : tag
  const nameEnd = body.search(/\s/)
  const name = local(nameEnd === -1 ? body : body.slice(0, nameEnd))
  const attributes = nameEnd === -1 ? {} : attributesOf(body, nameEnd)
  return { is: 'open', name, attributes, isEmpty }
}

function attributesOf(body: string, from: number): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (let at = from; ;) {
    const equals = body.indexOf('=', at)
    if (equals === -1) return attributes
    const opens = body.charAt(equals + 1) === ' ' ? equals + 2 : equals + 1
    const quote = body.charAt(opens)
    const closes = quote === '"' || quote === "'" ? body.indexOf(quote, opens + 1) : -1
    if (closes === -1)
      throw xlsxBroken({ en: 'an attribute in it has no value', de: 'ein Attribut darin hat keinen Wert' })
    attributes[local(body.slice(at, equals).trim())] = plainText(body.slice(opens + 1, closes))
    at = closes + 1
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function plainText(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,8});/gi, (_whole, entity: string) => {
    if (!entity.startsWith('#')) {
      const named = NAMED[entity]
      if (named === undefined)
        throw xlsxBroken({
          en: `it uses the entity "${entity}", which is declared nowhere`,
          de: `sie benutzt die Entität „${entity}“, die nirgends deklariert ist`,
        })
      return named
    }
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code > 0 && code <= CODE_POINT_MAX ? String.fromCodePoint(code) : '\u{fffd}'
  })
}

import { kindOfFormat, type NumberKind } from './xlsx-formats.ts'
import { noSuchSheet, xlsxBroken, xlsxOldOrLocked } from './problems.ts'
import { xmlTokens, type XmlToken } from './xml-tokens.ts'
import { openZip, type Zip } from './zip-entries.ts'

const SHEETS_MAX = 200
const STRINGS_MAX = 2_000_000
const STYLES_MAX = 70_000
/** Files of Office before 2007, and files with a password, begin with the mark of compound files. */
const OLD_OFFICE = 'd0cf11e0'

/** A workbook with the one sheet that is to be read. */
export interface Book {
  sheets: string[]
  /** Those of them that are not hidden. */
  shown: string[]
  sheet: string
  xml: string
  strings: string[]
  /** What a number means, by the style of its cell. */
  kinds: NumberKind[]
  is1904: boolean
}

/** SpreadsheetML (ECMA-376 part 1, 18) out of an XLSX file. Without a name it is the first sheet that is not hidden. */
export async function openBook(base64: string, wanted: string | undefined): Promise<Book> {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.subarray(0, 4).toString('hex') === OLD_OFFICE) throw xlsxOldOrLocked()
  const zip = openZip(bytes)
  const path =
    (await linksOf(zip, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const { sheets, is1904 } = workbookOf(await needed(zip, path))
  const links = await linksOf(zip, path)
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  const found = wanted === undefined ? first : sheets.find(({ name }) => name === wanted)
  const names = sheets.map(({ name }) => name)
  if (!found) throw noSuchSheet(wanted ?? '', names)
  const of = (type: string) => links.find((link) => link.type === type)?.target
  const target = links.find(({ id, type }) => id === found.link && type === 'worksheet')?.target
  if (target === undefined)
    throw xlsxBroken({
      en: `its sheet "${found.name}" holds no cells`,
      de: `ihr Blatt „${found.name}“ hat keine Zellen`,
    })
  const [strings, styles] = [of('sharedStrings'), of('styles')]
  return {
    sheets: names,
    shown: sheets.flatMap(({ name, isHidden }) => (isHidden ? [] : name)),
    sheet: found.name,
    xml: await needed(zip, target),
    strings: strings === undefined ? [] : stringsOf((await zip.read(strings)) ?? ''),
    kinds: styles === undefined ? [] : kindsOf((await zip.read(styles)) ?? ''),
    is1904,
  }
}

async function needed(zip: Zip, name: string): Promise<string> {
  const text = await zip.read(name)
  if (text === undefined)
    throw xlsxBroken({
      en: `its part ${name.slice(0, 80)} is missing`,
      de: `ihr Teil ${name.slice(0, 80)} fehlt`,
    })
  return text
}

/** What a part leads to, within the file: links to the outside are not followed. */
async function linksOf(zip: Zip, path: string): Promise<{ id: string; type: string; target: string }[]> {
  const cut = path.lastIndexOf('/') + 1
  const [folder, name] = [path.slice(0, cut), path.slice(cut)]
  const xml = (await zip.read(`${folder}_rels/${name}.rels`)) ?? ''
  return opened(xml, 'Relationship')
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id = '', Type = '', Target = '' }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: new URL(Target, `file:///${folder}`).pathname.slice(1),
    }))
}

function opened(xml: string, name: string): Record<string, string>[] {
  return [...xmlTokens(xml)].flatMap((token) =>
    token.is === 'open' && token.name === name ? [token.attributes] : [],
  )
}

function workbookOf(xml: string) {
  const sheets = opened(xml, 'sheet').map(({ name = '', id = '', state = 'visible' }) => ({
    name: name.slice(0, 100),
    link: id,
    isHidden: state !== 'visible',
  }))
  if (sheets.length === 0) throw xlsxBroken({ en: 'it has no sheet', de: 'sie hat kein Blatt' })
  if (sheets.length > SHEETS_MAX)
    throw xlsxBroken({
      en: `it has ${sheets.length} sheets, and ${SHEETS_MAX} are all that is read`,
      de: `sie hat ${sheets.length} Blätter, und gelesen werden ${SHEETS_MAX}`,
    })
  const is1904 = opened(xml, 'workbookPr').some(({ date1904 }) => date1904 === '1' || date1904 === 'true')
  return { sheets, is1904 }
}

function stringsOf(xml: string): string[] {
  const strings: string[] = []
  const reader = textReader()
  for (const token of xmlTokens(xml)) {
    if (token.is === 'open' && token.name === 'si') reader.clear()
    reader.take(token)
    const isEnd = (token.is === 'close' || (token.is === 'open' && token.isEmpty)) && token.name === 'si'
    if (isEnd) strings.push(reader.text())
    if (strings.length > STRINGS_MAX)
      throw xlsxBroken({ en: 'it has too many texts', de: 'sie hat zu viele Texte' })
  }
  return strings
}

/** Collects the text of `<t>`; how it is pronounced (`<rPh>`) is no part of it. */
export function textReader() {
  let parts: string[] = []
  let [isText, isSpoken] = [false, false]
  return {
    clear() {
      parts = []
    },
    take(token: XmlToken): void {
      if (token.is === 'text') {
        if (isText && !isSpoken) parts.push(token.text)
      } else if (token.name === 't') isText = token.is === 'open' && !token.isEmpty
      else if (token.name === 'rPh') isSpoken = token.is === 'open' && !token.isEmpty
    },
    text: () =>
      parts
        .join('')
        .replaceAll(/_x([0-9A-F]{4})_/g, (_whole, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        ),
  }
}

function kindsOf(xml: string): NumberKind[] {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isInCells = false
  for (const token of xmlTokens(xml)) {
    if (token.is === 'text') continue
    if (token.name === 'cellXfs') isInCells = token.is === 'open' && !token.isEmpty
    if (token.is !== 'open') continue
    const { numFmtId = '0', formatCode = '' } = token.attributes
    if (token.name === 'numFmt') codes.set(Number(numFmtId), formatCode)
    if (token.name === 'xf' && isInCells)
      kinds.push(kindOfFormat(Number(numFmtId), codes.get(Number(numFmtId))))
    if (kinds.length > STYLES_MAX)
      throw xlsxBroken({ en: 'it has too many styles', de: 'sie hat zu viele Formate' })
  }
  return kinds
}

import Pdf from 'pdfkit'
import type { Language } from '#kernel/languages.ts'
import { today } from '#kernel/periods.ts'
import type { PrintedStatement } from './printed-statement.ts'

const MARGIN = 42
const LINE = 14
const FIGURE_WIDTH_MAX = 96
const [REGULAR, BOLD] = ['Helvetica', 'Helvetica-Bold']
const PAGE = { en: 'Page', de: 'Seite' }

/** A table on A4, landscape where its columns need it, with heads and page numbers on each page; the bytes of the PDF. */
export async function tablePdf(table: PrintedStatement, language: Language): Promise<Buffer> {
  const pdf = new Pdf({
    size: 'A4',
    layout: table.heads.length > 3 ? 'landscape' : 'portrait',
    margin: MARGIN,
    bufferPages: true,
    // By the day, and not by the second: so the same asked again is the same file.
    info: { Title: printable(table.title), CreationDate: new Date(today()) },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  drawRows(pdf, table)
  drawNotes(pdf, table.notes)
  numberPages(pdf, PAGE[language])
  pdf.end()
  return whole
}

function drawRows(pdf: PDFKit.PDFDocument, { title, heads, rows }: PrintedStatement): void {
  const width = pdf.page.width - 2 * MARGIN
  const figure = Math.min(FIGURE_WIDTH_MAX, (width * 0.7) / Math.max(1, heads.length))
  const label = width - figure * heads.length
  const place = (at: number) => MARGIN + label + at * figure
  let y = head()
  for (const row of rows) {
    if (y > pdf.page.height - MARGIN - 2 * LINE) {
      pdf.addPage()
      y = head()
    }
    const isTotal = row.kind === 'total'
    if (isTotal) rule(pdf, { from: MARGIN, to: MARGIN + width, y })
    pdf.font(isTotal || row.kind === 'section' ? BOLD : REGULAR).fontSize(8)
    const x = MARGIN + row.depth * 10
    pdf.text(printable(row.label), x, y + 4, {
      width: label - row.depth * 10 - 4,
      height: LINE,
      ellipsis: true,
    })
    for (const [at, amount] of row.amounts.entries())
      pdf.text(grouped(amount), place(at), y + 4, { width: figure, align: 'right', lineBreak: false })
    y += LINE
  }
  pdf.y = y + LINE

  function head(): number {
    pdf.font(BOLD).fontSize(13).text(printable(title), MARGIN, MARGIN, { width })
    const top = pdf.y + 6
    pdf.font(REGULAR).fontSize(7)
    for (const [at, text] of heads.entries())
      pdf.text(printable(text), place(at) + 6, top, {
        width: figure - 6,
        align: 'right',
      })
    const under = Math.max(pdf.y, top + LINE) + 2
    rule(pdf, { from: MARGIN, to: MARGIN + width, y: under })
    return under
  }
}

function drawNotes(pdf: PDFKit.PDFDocument, notes: readonly string[]): void {
  pdf.font(REGULAR).fontSize(7)
  for (const note of notes) {
    if (pdf.y > pdf.page.height - MARGIN - LINE) pdf.addPage()
    pdf.text(printable(note), MARGIN, pdf.y, { width: pdf.page.width - 2 * MARGIN })
  }
}

function numberPages(pdf: PDFKit.PDFDocument, word: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    // Below the margin a text would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.font(REGULAR).fontSize(7)
    pdf.text(`${word} ${at + 1} / ${count}`, MARGIN, pdf.page.height - MARGIN + 12, {
      width: pdf.page.width - 2 * MARGIN,
      align: 'right',
      lineBreak: false,
    })
  }
}

function rule(pdf: PDFKit.PDFDocument, { from, to, y }: { from: number; to: number; y: number }): void {
  pdf.moveTo(from, y).lineTo(to, y).lineWidth(0.5).strokeColor('#7C8796').stroke()
}

/** `-1200.50` as `−1,200.50` would need a sign that the built-in fonts lack: an en dash is as wide. */
function grouped(amount: string): string {
  const [whole = '', fraction] = amount.replace('-', '').split('.')
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${amount.startsWith('-') ? '–' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** The fonts that every reader of PDF has hold Windows-1252: what they lack is shown by its nearest letter, or as a question mark. */
function printable(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu, (letter) => {
    const plain = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
    return /^[\u0020-\u007e]+$/.test(plain) ? plain : '?'
  })
}

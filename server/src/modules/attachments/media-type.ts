/** By how the bytes begin, and by nothing that the sender says. Archives are not opened. */
const BEGINNINGS: [string, (head: Buffer) => boolean][] = [
  ['image/png', (head) => begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', (head) => begins(head, [0xff, 0xd8, 0xff])],
  ['image/gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['image/webp', (head) => /^RIFF[\s\S]{4}WEBP/.test(head.toString('latin1', 0, 12))],
  ['application/pdf', (head) => head.toString('latin1', 0, 5) === '%PDF-'],
  ['application/zip', (head) => begins(head, [0x50, 0x4b, 0x03, 0x04])],
]

/** Of a studio's own papers: archives by nature, told apart by their names. */
const OFFICE: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}
const ANYTHING = 'application/octet-stream'

export function mediaType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return BEGINNINGS.find(([, fits]) => fits(head))?.[0] ?? ANYTHING
}

export function mediaTypeNamed(sniffed: string, name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return (sniffed === 'application/zip' ? OFFICE[ending] : undefined) ?? sniffed
}

function begins(head: Buffer, bytes: number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}

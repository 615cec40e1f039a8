import { problem } from '#kernel/problem.ts'

export const contentOrUpload = problem('invalid', 'attachments.content-or-upload', () => ({
  en: 'Send either content (base64, for a small file) or upload (what POST /api/v1/uploads answered), and not both.',
  de: 'Senden Sie entweder content (base64, für eine kleine Datei) oder upload (die Antwort von POST /api/v1/uploads), und nicht beides.',
}))

export const unknownUpload = problem('invalid', 'attachments.unknown-upload', () => ({
  en: 'This upload is not one of yours, or more than an hour old. Send the file to POST /api/v1/uploads again, and attach what it answers.',
  de: 'Dieser Upload ist keiner von Ihnen oder älter als eine Stunde. Senden Sie die Datei noch einmal an POST /api/v1/uploads, und fügen Sie an, was es antwortet.',
}))

export const uploadUsed = problem('conflict', 'attachments.upload-used', () => ({
  en: 'This upload was attached already, and one is good for one file. Send the file again.',
  de: 'Dieser Upload wurde schon angefügt, und einer gilt für eine Datei. Senden Sie die Datei noch einmal.',
}))

export const studioFull = problem(
  'invalid',
  'attachments.studio-full',
  (given: { heldMb: number; maxMb: number }) => ({
    en: `The studio keeps ${given.heldMb} MB of files, and ${given.maxMb} MB is the most. Put a link into a comment instead, or ask whoever runs this server for more room.`,
    de: `Das Studio bewahrt ${given.heldMb} MB an Dateien auf, und ${given.maxMb} MB sind das Höchste. Setzen Sie stattdessen einen Link in einen Kommentar, oder bitten Sie den Betreiber dieses Servers um mehr Platz.`,
  }),
)

export const badName = problem('invalid', 'attachments.bad-name', () => ({
  en: 'Of the name nothing is left once folders and signs that cannot be seen are taken out. Name the file.',
  de: 'Von dem Namen bleibt nichts, wenn Ordner und unsichtbare Zeichen weggenommen sind. Geben Sie der Datei einen Namen.',
}))

export const damagedFile = problem('broken', 'attachments.damaged-file', (name: string) => ({
  en: `The bytes of "${name}" are missing or are not those that were attached. Restore the folder of files from a backup, or attach the file again.`,
  de: `Die Bytes von „${name}“ fehlen oder sind nicht die, die angefügt wurden. Stellen Sie das Verzeichnis der Dateien aus einer Sicherung wieder her, oder fügen Sie die Datei noch einmal an.`,
}))

export const notYoursToRemove = problem('forbidden', 'attachments.not-yours-to-remove', (id: string) => ({
  en: `The file ${id} was attached by somebody else. Removing it, or bringing it back, needs the permission attachments.moderate on what it belongs to.`,
  de: `Die Datei ${id} hat jemand anderes angefügt. Sie zu entfernen oder zurückzuholen verlangt das Recht attachments.moderate auf dem, wozu sie gehört.`,
}))

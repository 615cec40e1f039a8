import { problem } from '#kernel/problem.ts'

export const emptyFile = problem('invalid', 'files.empty', () => ({
  en: 'The file has no bytes, so there is nothing to keep. Choose another one.',
  de: 'Die Datei hat keine Bytes, es gibt nichts aufzubewahren. Wählen Sie eine andere.',
}))

export const fileTooLarge = problem('invalid', 'files.too-large', (bytesMax: number) => ({
  en: `The file is larger than ${bytesMax / 1024 / 1024} MB, which is the most for one file. Make it smaller, or put a link into a comment.`,
  de: `Die Datei ist größer als ${bytesMax / 1024 / 1024} MB, das Höchste für eine Datei. Machen Sie sie kleiner, oder setzen Sie einen Link in einen Kommentar.`,
}))

export const noRoom = problem('unavailable', 'files.no-room', (freeBytesMin: number) => ({
  en: `The disk has less than ${Math.round(freeBytesMin / 1024 / 1024)} MB left, which are kept for the database, so no file is taken. Make room on it, then send the file again.`,
  de: `Auf der Platte sind weniger als ${Math.round(freeBytesMin / 1024 / 1024)} MB frei, die für die Datenbank bleiben; deshalb wird keine Datei angenommen. Schaffen Sie Platz, und senden Sie die Datei noch einmal.`,
}))

import { problem } from '#kernel/problem.ts'

export const tooManyStreams = problem('too-many', 'live.too-many-streams', (max: number) => ({
  en: `This sign-in or key has ${max} live streams open, which is the most. Close one; the tabs of a browser share theirs.`,
  de: `Diese Anmeldung oder dieser Schlüssel hat ${max} Live-Ströme offen, mehr gehen nicht. Schließen Sie einen; die Tabs eines Browsers teilen sich ihren.`,
}))

export const serverFull = problem('unavailable', 'live.server-full', (max: number) => ({
  en: `This process has ${max} live streams open, which is the most it takes. Try again later, or set IZA_PROCESSES to use more cores.`,
  de: `Dieser Prozess hat ${max} Live-Ströme offen, mehr nimmt er nicht. Versuchen Sie es später, oder setzen Sie IZA_PROCESSES, um mehr Kerne zu nutzen.`,
}))

export const stopping = problem('unavailable', 'live.stopping', () => ({
  en: 'The server is stopping, and the stream with it. Connect again in a moment; nothing is lost.',
  de: 'Der Server hält an, und der Strom mit ihm. Verbinden Sie sich gleich wieder; nichts geht verloren.',
}))

export const anotherSite = problem('forbidden', 'live.another-site', () => ({
  en: 'A page of another place opened this stream with your cookie. Open IZA OS itself, or use an API key.',
  de: 'Eine fremde Seite hat diesen Strom mit Ihrem Cookie geöffnet. Öffnen Sie IZA OS selbst, oder benutzen Sie einen Schlüssel.',
}))

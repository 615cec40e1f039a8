import type { Unread } from './unread-for.ts'

const SUBJECT_LENGTH_MAX = 150

/** In the language that the person chose. Titles are others' words: they stand on one line, and in plain text. */
export function composeMail(
  { name, studioName: studio, language, sentences: told, hasMore }: Unread,
  { isDigest, siteUrl }: { isDigest: boolean; siteUrl: string },
): { subject: string; text: string } {
  const sentences = told.map(onOneLine)
  const words = WORDS[language]
  const inbox = `${siteUrl}/inbox`
  const choices = `${siteUrl}/settings/notifications`
  const [first = ''] = sentences
  const subject = isDigest ? words.subject(sentences.length, hasMore, onOneLine(studio)) : first
  const list = isDigest ? sentences.map((sentence) => `- ${sentence}`).join('\n') : first
  return {
    subject: subject.length > SUBJECT_LENGTH_MAX ? `${subject.slice(0, SUBJECT_LENGTH_MAX - 1)}…` : subject,
    text: [
      words.greeting(onOneLine(name)),
      ...(isDigest ? [words.since(onOneLine(studio))] : []),
      list,
      ...(hasMore ? [words.more] : []),
      words.inbox,
      inbox,
      `${words.choose} ${choices}`,
    ].join('\n\n'),
  }
}

function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

const WORDS = {
  en: {
    subject: (count: number, hasMore: boolean, studio: string) =>
      `${studio}: ${hasMore ? 'more than ' : ''}${count} ${count === 1 ? 'thing' : 'things'} you have not read`,
    greeting: (name: string) => `Dear ${name},`,
    since: (studio: string) => `this happened at ${studio}, and you have not read it yet:`,
    more: 'And more, which your inbox has.',
    inbox: 'Your inbox, with links to each:',
    choose: 'What is mailed to you, and when, you choose here:',
  },
  de: {
    subject: (count: number, hasMore: boolean, studio: string) =>
      `${studio}: ${hasMore ? 'mehr als ' : ''}${count} ungelesene ${count === 1 ? 'Mitteilung' : 'Mitteilungen'}`,
    greeting: (name: string) => `Guten Tag ${name},`,
    since: (studio: string) => `das ist bei ${studio} geschehen, und Sie haben es noch nicht gelesen:`,
    more: 'Und mehr, das in Ihrem Eingang steht.',
    inbox: 'Ihr Eingang, mit Links zu allem:',
    choose: 'Was Ihnen wann gemailt wird, wählen Sie hier:',
  },
}

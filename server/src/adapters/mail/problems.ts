import { problem } from '#kernel/problem.ts'

export const mailRefused = problem('conflict', 'mail.refused', (answer: string) => ({
  en: `The mail server refused the mail for good: "${answer}". Check the address it goes to and IZA_MAIL_FROM, then try the run again.`,
  de: `Der Mailserver hat die E-Mail endgültig abgelehnt: „${answer}“. Prüfen Sie die Adresse und IZA_MAIL_FROM, und versuchen Sie den Lauf dann noch einmal.`,
}))

export const mailNotTaken = problem('unavailable', 'mail.not-taken', (why: string) => ({
  en: `The mail server did not take the mail (${why}). It is tried again; if it stays so, check IZA_SMTP_URL.`,
  de: `Der Mailserver hat die E-Mail nicht angenommen (${why}). Es wird wieder versucht; bleibt es dabei, prüfen Sie IZA_SMTP_URL.`,
}))

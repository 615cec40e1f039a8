import { problem } from '#kernel/problem.ts'

export const mailRefused = problem(
  'conflict',
  'mail.refused',
  (answer: string) =>
    `The mail server refused the mail for good: "${answer}". Check the address it goes to and IZA_MAIL_FROM, then try the run again.`,
)

export const mailNotTaken = problem(
  'unavailable',
  'mail.not-taken',
  (why: string) =>
    `The mail server did not take the mail (${why}). It is tried again; if it stays so, check IZA_SMTP_URL.`,
)

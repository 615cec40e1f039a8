import { problem } from '#kernel/problem.ts'

export const cannotBeMentioned = problem('invalid', 'comments.cannot-be-mentioned', (who: string) => ({
  en: `${who} cannot see what this comment is about, so a mention would reach nobody. Leave it out, or ask an owner or admin to widen their grants.`,
  de: `${who} kann nicht sehen, worum es in diesem Kommentar geht; eine Erwähnung erreichte niemanden. Lassen Sie sie weg, oder bitten Sie einen Inhaber oder Admin, die Rechte zu erweitern.`,
}))

export const tooManyMentions = problem(
  'invalid',
  'comments.too-many-mentions',
  (count: number, max: number) => ({
    en: `The comment mentions ${count} people; ${max} is the most. Leave some out, or write a second one.`,
    de: `Der Kommentar erwähnt ${count} Personen; ${max} sind das Höchste. Lassen Sie einige weg, oder schreiben Sie einen zweiten.`,
  }),
)

export const notYours = problem('forbidden', 'comments.not-yours', (id: string) => ({
  en: `The comment ${id} was written by somebody else, and only they change its words. Write one of your own.`,
  de: `Den Kommentar ${id} hat jemand anderes geschrieben, und nur diese Person ändert seine Worte. Schreiben Sie einen eigenen.`,
}))

export const notYoursToRemove = problem('forbidden', 'comments.not-yours-to-remove', (id: string) => ({
  en: `The comment ${id} was written by somebody else. Removing it, or bringing it back, needs the permission comments.moderate on what it is about.`,
  de: `Den Kommentar ${id} hat jemand anderes geschrieben. Ihn zu entfernen oder zurückzuholen verlangt das Recht comments.moderate auf dem, worum es geht.`,
}))

export const editedSince = problem(
  'conflict',
  'comments.edited-since',
  (given: { id: string; seen: number; revision: number }) => ({
    en: `The comment ${given.id} was edited since you read it: it is at revision ${given.revision}, and you saw ${given.seen}. Read it again, then edit.`,
    de: `Der Kommentar ${given.id} wurde bearbeitet, seit Sie ihn gelesen haben: Er steht bei Revision ${given.revision}, und Sie sahen ${given.seen}. Lesen Sie ihn noch einmal, und bearbeiten Sie ihn dann.`,
  }),
)

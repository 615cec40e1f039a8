import { problem } from '#kernel/problem.ts'

export const recordCut = problem(
  'conflict',
  'audit.record-cut',
  (given: { file: string; size: number; found: number }) =>
    `${given.file} holds a signed head of ${given.size} lines, and the database has no such head (its last is of ${given.found}). ` +
    'Either lines were removed, or an older copy of the database was put back. Nothing is sealed until this is looked at: run "iza audit verify-lines". ' +
    'If you did put a copy back, move the file to another place, and sealing goes on.',
)

export const fileDamaged = problem(
  'conflict',
  'audit.file-damaged',
  (file: string) =>
    `The last line of ${file} is no signed head. Run "iza audit verify-lines" to see what else is wrong, then move the file to another place: it is written anew from the database.`,
)

export const treeBroken = problem(
  'conflict',
  'audit.tree-broken',
  (size: number) =>
    `What is stored of the ${size} sealed lines does not lead to the root that was signed for them, so nothing further is sealed on top. Run "iza audit verify-lines": it names what was changed.`,
)

export const transactionsRestarted = problem(
  'conflict',
  'audit.transactions-restarted',
  (horizon: string, found: string) =>
    `The database counts its transactions from ${found}, but lines up to transaction ${horizon} are sealed: it was loaded from a dump into a new server. Put the data directory itself back (pg_basebackup, or a copy taken while stopped).`,
)

export const lineNotFound = problem(
  'not-found',
  'audit.line-not-found',
  (id: string) => `Nothing with the id ${id} is open to you. Check the id; audit.list-lines shows them.`,
)

export const lineUnprovable = problem(
  'conflict',
  'audit.line-unprovable',
  (id: string) =>
    `Line ${id} was sealed, but what is stored around it is not whole, so no proof can be made. Run "iza audit verify-lines": it names what was changed.`,
)

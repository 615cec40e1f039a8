import { problem } from '#kernel/problem.ts'

export const recordCut = problem(
  'conflict',
  'audit.record-cut',
  (given: { file: string; size: number; found: number }) => ({
    en:
      `${given.file} holds a signed head of ${given.size} lines, and the database has no such head (its last is of ${given.found}). ` +
      'Either lines were removed, or an older copy of the database was put back. Nothing is sealed until this is looked at: run "iza audit verify-lines". ' +
      'If you did put a copy back, move the file to another place, and sealing goes on.',
    de:
      `${given.file} enthält einen signierten Kopf über ${given.size} Zeilen, und die Datenbank hat keinen solchen (ihr letzter ist über ${given.found}). ` +
      'Entweder wurden Zeilen entfernt, oder eine ältere Kopie der Datenbank wurde eingespielt. Nichts wird versiegelt, bis das geklärt ist: Führen Sie „iza audit verify-lines“ aus. ' +
      'Wurde eine Kopie eingespielt, verschieben Sie die Datei an einen anderen Ort, und die Versiegelung geht weiter.',
  }),
)

export const fileDamaged = problem('conflict', 'audit.file-damaged', (file: string) => ({
  en: `The last line of ${file} is no signed head. Run "iza audit verify-lines" to see what else is wrong, then move the file to another place: it is written anew from the database.`,
  de: `Die letzte Zeile von ${file} ist kein signierter Kopf. Führen Sie „iza audit verify-lines“ aus, um zu sehen, was sonst nicht stimmt, und verschieben Sie dann die Datei: Sie wird aus der Datenbank neu geschrieben.`,
}))

export const treeBroken = problem('conflict', 'audit.tree-broken', (size: number) => ({
  en: `What is stored of the ${size} sealed lines does not lead to the root that was signed for them, so nothing further is sealed on top. Run "iza audit verify-lines": it names what was changed.`,
  de: `Was zu den ${size} versiegelten Zeilen gespeichert ist, führt nicht zu der Wurzel, die dafür signiert wurde; deshalb wird nichts weiter darauf versiegelt. Führen Sie „iza audit verify-lines“ aus: Es nennt, was geändert wurde.`,
}))

export const transactionsRestarted = problem(
  'conflict',
  'audit.transactions-restarted',
  (horizon: string, found: string) => ({
    en: `The database counts its transactions from ${found}, but lines up to transaction ${horizon} are sealed: it was loaded from a dump into a new server. Put the data directory itself back (pg_basebackup, or a copy taken while stopped).`,
    de: `Die Datenbank zählt ihre Transaktionen ab ${found}, aber Zeilen bis Transaktion ${horizon} sind versiegelt: Sie wurde aus einem Dump in einen neuen Server geladen. Setzen Sie das Datenverzeichnis selbst ein (pg_basebackup oder eine Kopie aus dem Stillstand).`,
  }),
)

export const lineNotFound = problem('not-found', 'audit.line-not-found', (id: string) => ({
  en: `Nothing with the id ${id} is open to you. Check the id; audit.list-lines shows them.`,
  de: `Unter der Kennung ${id} steht Ihnen nichts offen. Prüfen Sie die Kennung; audit.list-lines zeigt sie.`,
}))

export const lineUnprovable = problem('conflict', 'audit.line-unprovable', (id: string) => ({
  en: `Line ${id} was sealed, but what is stored around it is not whole, so no proof can be made. Run "iza audit verify-lines": it names what was changed.`,
  de: `Zeile ${id} wurde versiegelt, aber was darum gespeichert ist, ist nicht vollständig; deshalb lässt sich kein Nachweis führen. Führen Sie „iza audit verify-lines“ aus: Es nennt, was geändert wurde.`,
}))

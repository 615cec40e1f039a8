import { problem } from '#kernel/problem.ts'
import type { RunStatus } from '#server/runs/run-states.ts'

export const runNotFound = problem('not-found', 'runs.run-not-found', (id: string) => ({
  en: `No run with the id ${id} is open to you. Check the id; runs that others asked for are open where your grants cover their business.`,
  de: `Kein Lauf mit der Kennung ${id} steht Ihnen offen. Prüfen Sie die Kennung; Läufe anderer stehen offen, wo Ihre Rechte deren Unternehmen umfassen.`,
}))

export const notNow = problem(
  'conflict',
  'runs.not-now',
  (given: { wanted: string; status: RunStatus; from: readonly RunStatus[] }) => ({
    en: `This run is ${given.status}, and can be ${given.wanted} only while it is ${given.from.join(' or ')}.`,
    de: `Dieser Lauf ist ${given.status}, und ${given.wanted} ist nur möglich, solange er ${given.from.join(' oder ')} ist.`,
  }),
)

export const isStanding = problem('conflict', 'runs.is-standing', (title: string) => ({
  en: `"${title}" is a standing run of the system: it is not cancelled, and begins its next pass by itself.`,
  de: `„${title}“ ist ein ständiger Lauf des Systems: Er wird nicht abgebrochen und beginnt von selbst wieder.`,
}))

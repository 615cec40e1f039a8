import type { Said } from '#kernel/languages.ts'
import type { Stage } from './business-states.ts'

const IN_GERMAN: Record<Stage, string> = {
  idea: 'Idee',
  validation: 'Validierung',
  solution: 'Lösung',
  launched: 'Gestartet',
  growing: 'Wachsend',
  'spun-out': 'Ausgegründet',
  exited: 'Verkauft',
  closed: 'Geschlossen',
}

/** A stage as sentences name it. */
export function stageIn(stage: Stage): Said {
  return { en: stage, de: IN_GERMAN[stage] }
}

import { problem } from '#kernel/problem.ts'

export const brokeInside = problem('broken', 'runs.broke-inside', (runId: string) => ({
  en: `Something broke on our side while ${runId} was at work. What its finished steps did is kept, and trying again goes on from there; the log tells more under the run's id.`,
  de: `Bei uns ist etwas zerbrochen, während ${runId} an der Arbeit war. Was die fertigen Schritte taten, bleibt, und ein neuer Versuch geht dort weiter; das Protokoll sagt unter der Kennung des Laufs mehr.`,
}))

export const keptCrashing = problem('broken', 'runs.kept-crashing', (times: number) => ({
  en: `The process ended ${times} times in a row while this run was at work, each time before a step was finished, so it is not tried again by itself.`,
  de: `Der Prozess endete ${times} Mal hintereinander, während dieser Lauf an der Arbeit war, jedes Mal bevor ein Schritt fertig war; deshalb wird er nicht von selbst wieder versucht.`,
}))

export const outcomeUnknown = problem('conflict', 'runs.outcome-unknown', (step: string) => ({
  en: `A crash fell into the step "${step}", which must not be done twice, and nobody can tell from here whether it was done. Look on the other side, then settle the run.`,
  de: `Ein Absturz fiel in den Schritt „${step}“, der nicht zweimal getan werden darf, und von hier aus lässt sich nicht sagen, ob er getan wurde. Sehen Sie auf der anderen Seite nach, und entscheiden Sie dann über den Lauf.`,
}))

import { problem } from '#kernel/problem.ts'

export const selfApproval = problem('forbidden', 'approvals.self-approval', () => ({
  en: 'You asked for this yourself, or made the key that did, so somebody else must accept it. You can withdraw it.',
  de: 'Darum haben Sie selbst gebeten, oder ein Schlüssel von Ihnen, deshalb muss jemand anderes es freigeben. Sie können es zurückziehen.',
}))

export const sameRole = problem('forbidden', 'approvals.same-role', (role: string) => ({
  en: `The rule holds whoever may do this as ${role} alone, and that is all you may do it by. Somebody with another role must accept it.`,
  de: `Die Regel hält an, wer dies allein als ${role} darf, und anders dürfen auch Sie es nicht. Jemand mit einer anderen Rolle muss es freigeben.`,
}))

export const lacksOperation = problem('forbidden', 'approvals.lacks-operation', (permission: string) => ({
  en: `Nobody accepts what they may not do themselves: this needs the permission ${permission} on all that it touches. An owner or admin can grant it.`,
  de: `Niemand gibt frei, was er selbst nicht darf: Dies verlangt das Recht ${permission} auf allem, was es berührt. Ein Inhaber oder Admin kann es erteilen.`,
}))

export const lacksDecide = problem('forbidden', 'approvals.lacks-decide', () => ({
  en: 'Deciding needs the permission approvals.decide, and a person who is signed in.',
  de: 'Entscheiden verlangt das Recht approvals.decide und eine angemeldete Person.',
}))

export const notPending = problem('conflict', 'approvals.not-pending', (id: string, status: string) => ({
  en: `${id} waits for no decision any more: it is ${status}. Nothing was changed.`,
  de: `${id} wartet auf keine Entscheidung mehr: Der Stand ist ${status}. Nichts wurde geändert.`,
}))

export const notYours = problem('forbidden', 'approvals.not-yours', () => ({
  en: 'Only who asked for it can withdraw it. To turn it down, refuse it.',
  de: 'Zurückziehen kann nur, wer darum gebeten hat. Um es abzulehnen, lehnen Sie es ab.',
}))

export const unknownRole = problem('invalid', 'approvals.unknown-role', (id: string) => ({
  en: `There is no role ${id} in this studio. Choose one from identity.list-roles.`,
  de: `Es gibt keine Rolle ${id} in diesem Studio. Wählen Sie eine aus identity.list-roles.`,
}))

export const cannotBeHeld = problem('invalid', 'approvals.cannot-be-held', (operation: string) => ({
  en: `${operation} cannot wait for approval: it only reads, is one's own affair, or decides on approvals. Name another operation.`,
  de: `${operation} kann nicht auf eine Freigabe warten: Es liest nur, ist eine eigene Angelegenheit oder entscheidet über Freigaben. Nennen Sie eine andere Operation.`,
}))

export const ruleExists = problem('conflict', 'approvals.rule-exists', (id: string) => ({
  en: `The rule ${id} says the same already. Delete it first to change how long it waits.`,
  de: `Die Regel ${id} sagt das schon. Löschen Sie sie zuerst, um zu ändern, wie lange gewartet wird.`,
}))

export const tooManyRules = problem('conflict', 'approvals.too-many-rules', (max: number) => ({
  en: `There are ${max} rules already, and that is the most. Delete one, or let one name a risk.`,
  de: `Es gibt schon ${max} Regeln, und mehr dürfen es nicht sein. Löschen Sie eine, oder lassen Sie eine ein Risiko nennen.`,
}))

export const ruleNotFound = problem('not-found', 'approvals.rule-not-found', (id: string) => ({
  en: `There is no rule ${id} in this studio. Choose one from approvals.list-rules.`,
  de: `Es gibt keine Regel ${id} in diesem Studio. Wählen Sie eine aus approvals.list-rules.`,
}))

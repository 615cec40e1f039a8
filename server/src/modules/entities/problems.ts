import { firstOf, Problem, problem, type FieldProblem } from '#kernel/problem.ts'
import type { EntityStatus } from './entity-states.ts'

export const entityNameTaken = problem('conflict', 'entities.entity-name-taken', (name: string) => ({
  en: `An entity named "${name}" already exists in this studio. Use it, or choose another name.`,
  de: `Eine Gesellschaft „${name}“ gibt es in diesem Studio schon. Nehmen Sie sie, oder wählen Sie einen anderen Namen.`,
}))

export const identifierTaken = problem(
  'conflict',
  'entities.identifier-taken',
  (identifier: string, value: string, holder: string) => ({
    en: `The ${identifier} ${value} is that of "${holder}". Correct it here or there; two entities never share one.`,
    de: `Die Nummer ${identifier} ${value} gehört „${holder}“. Berichtigen Sie sie hier oder dort; zwei Gesellschaften teilen nie eine.`,
  }),
)

export const entityNotFound = problem('not-found', 'entities.entity-not-found', (id: string) => ({
  en: `There is no entity ${id} that you can use. Choose one from entities.list-entities.`,
  de: `Es gibt keine Gesellschaft ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-entities.`,
}))

export const currencyInUse = problem('conflict', 'entities.currency-in-use', (entity: string) => ({
  en: `The book of ${entity} is kept in its functional currency, so that cannot change under it. Leave it, or register the entity anew where it really has another one.`,
  de: `Das Buch von ${entity} wird in ihrer funktionalen Währung geführt, deshalb kann sie sich nicht ändern. Lassen Sie sie, oder erfassen Sie die Gesellschaft neu, wenn sie wirklich eine andere hat.`,
}))

export const noSuchStatusMove = problem(
  'conflict',
  'entities.no-such-status-move',
  (from: EntityStatus, to: EntityStatus, next: readonly string[]) => ({
    en: `An entity cannot go from ${from} to ${to}. From ${from} it can become: ${next.join(', ')}.`,
    de: `Eine Gesellschaft kann nicht von ${from} zu ${to} wechseln. Von ${from} kann sie werden: ${next.join(', ')}.`,
  }),
)

export const changedMeanwhile = problem(
  'conflict',
  'entities.changed-meanwhile',
  (expected: number, found: number) => ({
    en: `Somebody changed this entity since you read it (you have revision ${expected}, it is at ${found}). Read it again and repeat your change.`,
    de: `Jemand hat diese Gesellschaft geändert, seit Sie sie gelesen haben (Sie haben Revision ${expected}, sie steht bei ${found}). Lesen Sie sie noch einmal, und wiederholen Sie Ihre Änderung.`,
  }),
)

export const holderNameTaken = problem('conflict', 'entities.holder-name-taken', (name: string) => ({
  en: `A holder named "${name}" already exists in this studio. Use it, or add a word that tells the two apart.`,
  de: `Einen Eigentümer „${name}“ gibt es in diesem Studio schon. Nehmen Sie ihn, oder fügen Sie ein Wort hinzu, das die beiden unterscheidet.`,
}))

export const ownerNotFound = problem('not-found', 'entities.owner-not-found', (id: string) => ({
  en: `There is no owner ${id} that you can use. Choose one from entities.list-entities or entities.list-holders.`,
  de: `Es gibt keinen Eigentümer ${id}, den Sie verwenden können. Wählen Sie einen aus entities.list-entities oder entities.list-holders.`,
}))

export const stakeNotFound = problem('not-found', 'entities.stake-not-found', (id: string) => ({
  en: `There is no stake ${id} that you can use. Choose one from entities.list-stakes.`,
  de: `Es gibt keine Beteiligung ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-stakes.`,
}))

export const judgementNotFound = problem('not-found', 'entities.judgement-not-found', (id: string) => ({
  en: `There is no judgement ${id} that you can use. Choose one from entities.list-judgements.`,
  de: `Es gibt keine Einschätzung ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-judgements.`,
}))

export const alreadyWithdrawn = problem('conflict', 'entities.already-withdrawn', (id: string) => ({
  en: `${id} was withdrawn before, and stays so. Record it anew if it holds after all.`,
  de: `${id} wurde schon zurückgezogen und bleibt es. Erfassen Sie es neu, wenn es doch gilt.`,
}))

export const endsBeforeItBegins = problem(
  'invalid',
  'entities.ends-before-it-begins',
  (from: string, until: string) => ({
    en: `It begins on ${from} and would end on ${until}. Give a last day that is not before its first.`,
    de: `Es beginnt am ${from} und würde am ${until} enden. Geben Sie einen letzten Tag an, der nicht vor dem ersten liegt.`,
  }),
)

export const ownsNothing = problem('invalid', 'entities.owns-nothing', () => ({
  en: 'A stake of 0 % of the votes and 0 % of the economic share is none. Give one of them, or end the stake that there is.',
  de: 'Eine Beteiligung von 0 % der Stimmen und 0 % des wirtschaftlichen Anteils ist keine. Geben Sie eines von beiden an, oder beenden Sie die bestehende Beteiligung.',
}))

export const stakesOverlap = problem(
  'conflict',
  'entities.stakes-overlap',
  (owner: string, entity: string, other: { id: string; from: string; until: string | null }) => ({
    en: `${owner} already has a stake in ${entity} from ${other.from} ${lastDay(other.until)} (${other.id}). End it or withdraw it, or choose days on which it does not hold.`,
    de: `${owner} hat schon eine Beteiligung an ${entity} ab ${other.from} ${letzterTag(other.until)} (${other.id}). Beenden oder ziehen Sie sie zurück, oder wählen Sie Tage, an denen sie nicht gilt.`,
  }),
)

export const judgementsOverlap = problem(
  'conflict',
  'entities.judgements-overlap',
  (entity: string, other: { id: string; from: string; until: string | null }) => ({
    en: `Who controls ${entity} is already judged from ${other.from} ${lastDay(other.until)} (${other.id}). Withdraw that, or choose days on which it does not hold.`,
    de: `Wer ${entity} beherrscht, ist schon eingeschätzt ab ${other.from} ${letzterTag(other.until)} (${other.id}). Ziehen Sie das zurück, oder wählen Sie Tage, an denen es nicht gilt.`,
  }),
)

function lastDay(until: string | null): string {
  return until === null ? 'on' : `until ${until}`
}

function letzterTag(until: string | null): string {
  return until === null ? '(ohne Ende)' : `bis ${until}`
}

export const moreThanOwned = problem(
  'conflict',
  'entities.more-than-whole',
  (entity: string, given: { day: string; kind: string; total: string; free: string }) => ({
    en: `${given.total} % of the ${given.kind} share of ${entity} would be held on ${given.day}. At most ${given.free} % is free on that day; give less, or end another stake first.`,
    de: `Am ${given.day} würden ${given.total} % ${given.kind === 'voting' ? 'der Stimmen' : 'des wirtschaftlichen Anteils'} von ${entity} gehalten. Höchstens ${given.free} % sind an dem Tag frei; geben Sie weniger an, oder beenden Sie zuerst eine andere Beteiligung.`,
  }),
)

export const ownershipCircle = problem(
  'conflict',
  'entities.ownership-circle',
  (names: readonly string[], from: string) => ({
    en: `Ownership would run in a circle: ${names.join(' owns ')}, from ${from}. End or withdraw one of these stakes or judgements first.`,
    de: `Das Eigentum liefe im Kreis: ${names.join(' besitzt ')}, ab ${from}. Beenden oder ziehen Sie zuerst eine dieser Beteiligungen oder Einschätzungen zurück.`,
  }),
)

export const structureTooLarge = problem(
  'invalid',
  'entities.structure-too-large',
  (nodes: number, nodesMax: number) => ({
    en: `The structure has ${nodes.toLocaleString('en')} owners and entities, and ${nodesMax.toLocaleString('en')} are all that is answered at once. Ask for the part below one of them with rootId.`,
    de: `Die Struktur hat ${nodes.toLocaleString('de')} Eigentümer und Gesellschaften, und mehr als ${nodesMax.toLocaleString('de')} werden nicht auf einmal beantwortet. Fragen Sie mit rootId nach dem Teil unter einer davon.`,
  }),
)

/** Of many entities, holders and stakes some cannot be recorded: then none is. Each is told at its place, `/stakes/3`. */
export function structureRefused(errors: FieldProblem[]): Problem {
  const { path, says } = firstOf(errors)
  return new Problem({
    kind: 'invalid',
    code: 'entities.structure-refused',
    message: {
      en: `Nothing was recorded: ${errors.length} of what was sent cannot be used. The first is at ${path}: ${says.en}`,
      de: `Nichts wurde erfasst: ${errors.length} Angaben sind nicht zu gebrauchen. Die erste steht bei ${path}: ${says.de}`,
    },
    fields: errors.slice(0, 50),
  })
}

export const tooManyEntities = problem('invalid', 'entities.too-many', (many: number, max: number) => ({
  en: `There are ${many.toLocaleString('en')} entities or stakes, and ${max.toLocaleString('en')} are all that one import records. Cut the file into several.`,
  de: `Es sind ${many.toLocaleString('de')} Gesellschaften oder Beteiligungen, und mehr als ${max.toLocaleString('de')} nimmt ein Import nicht auf. Teilen Sie die Datei.`,
}))

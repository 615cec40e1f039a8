import { Problem, problem, type FieldProblem } from '#kernel/problem.ts'
import type { EntityStatus } from './entity-states.ts'

export const entityNameTaken = problem(
  'conflict',
  'entities.entity-name-taken',
  (name: string) =>
    `An entity named "${name}" already exists in this studio. Use it, or choose another name.`,
)

export const identifierTaken = problem(
  'conflict',
  'entities.identifier-taken',
  (identifier: string, value: string, holder: string) =>
    `The ${identifier} ${value} is that of "${holder}". Correct it here or there; two entities never share one.`,
)

export const entityNotFound = problem(
  'not-found',
  'entities.entity-not-found',
  (id: string) => `There is no entity ${id} that you can use. Choose one from entities.list-entities.`,
)

export const noSuchStatusMove = problem(
  'conflict',
  'entities.no-such-status-move',
  (from: EntityStatus, to: EntityStatus, next: readonly string[]) =>
    `An entity cannot go from ${from} to ${to}. From ${from} it can become: ${next.join(', ')}.`,
)

export const changedMeanwhile = problem(
  'conflict',
  'entities.changed-meanwhile',
  (expected: number, found: number) =>
    `Somebody changed this entity since you read it (you have revision ${expected}, it is at ${found}). Read it again and repeat your change.`,
)

export const holderNameTaken = problem(
  'conflict',
  'entities.holder-name-taken',
  (name: string) =>
    `A holder named "${name}" already exists in this studio. Use it, or add a word that tells the two apart.`,
)

export const ownerNotFound = problem(
  'not-found',
  'entities.owner-not-found',
  (id: string) =>
    `There is no owner ${id} that you can use. Choose one from entities.list-entities or entities.list-holders.`,
)

export const stakeNotFound = problem(
  'not-found',
  'entities.stake-not-found',
  (id: string) => `There is no stake ${id} that you can use. Choose one from entities.list-stakes.`,
)

export const judgementNotFound = problem(
  'not-found',
  'entities.judgement-not-found',
  (id: string) => `There is no judgement ${id} that you can use. Choose one from entities.list-judgements.`,
)

export const alreadyWithdrawn = problem(
  'conflict',
  'entities.already-withdrawn',
  (id: string) => `${id} was withdrawn before, and stays so. Record it anew if it holds after all.`,
)

export const endsBeforeItBegins = problem(
  'invalid',
  'entities.ends-before-it-begins',
  (from: string, until: string) =>
    `It begins on ${from} and would end on ${until}. Give a last day that is not before its first.`,
)

export const ownsNothing = problem(
  'invalid',
  'entities.owns-nothing',
  () =>
    'A stake of 0 % of the votes and 0 % of the economic share is none. Give one of them, or end the stake that there is.',
)

export const stakesOverlap = problem(
  'conflict',
  'entities.stakes-overlap',
  (owner: string, entity: string, other: { id: string; from: string; until: string | null }) =>
    `${owner} already has a stake in ${entity} from ${other.from} ${lastDay(other.until)} (${other.id}). End it or withdraw it, or choose days on which it does not hold.`,
)

export const judgementsOverlap = problem(
  'conflict',
  'entities.judgements-overlap',
  (entity: string, other: { id: string; from: string; until: string | null }) =>
    `Who controls ${entity} is already judged from ${other.from} ${lastDay(other.until)} (${other.id}). Withdraw that, or choose days on which it does not hold.`,
)

function lastDay(until: string | null): string {
  return until === null ? 'on' : `until ${until}`
}

export const moreThanOwned = problem(
  'conflict',
  'entities.more-than-whole',
  (entity: string, given: { day: string; kind: string; total: string; free: string }) =>
    `${given.total} % of the ${given.kind} share of ${entity} would be held on ${given.day}. At most ${given.free} % is free on that day; give less, or end another stake first.`,
)

export const ownershipCircle = problem(
  'conflict',
  'entities.ownership-circle',
  (names: readonly string[], from: string) =>
    `Ownership would run in a circle: ${names.join(' owns ')}, from ${from}. End or withdraw one of these stakes or judgements first.`,
)

export const structureTooLarge = problem(
  'invalid',
  'entities.structure-too-large',
  (nodes: number, nodesMax: number) =>
    `The structure has ${nodes.toLocaleString('en')} owners and entities, and ${nodesMax.toLocaleString('en')} are all that is answered at once. Ask for the part below one of them with rootId.`,
)

/** Of many entities, holders and stakes some cannot be recorded: then none is. Each is told at its place, `/stakes/3`. */
export function structureRefused(errors: FieldProblem[]): Problem {
  const [first] = errors
  return new Problem({
    kind: 'invalid',
    code: 'entities.structure-refused',
    message: `Nothing was recorded: ${errors.length} of what was sent cannot be used. The first is at ${first?.path ?? ''}: ${first?.message ?? ''}`,
    fields: errors.slice(0, 50),
  })
}

export const tooManyEntities = problem(
  'invalid',
  'entities.too-many',
  (many: number, max: number) =>
    `There are ${many.toLocaleString('en')} entities or stakes, and ${max.toLocaleString('en')} are all that one import records. Cut the file into several.`,
)

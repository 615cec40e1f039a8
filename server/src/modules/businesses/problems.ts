import { firstOf, Problem, problem, type FieldProblem } from '#kernel/problem.ts'
import type { Stage } from './business-states.ts'
import { stageIn } from './stage-in.ts'

export const unknownEntity = problem('invalid', 'businesses.unknown-entity', (id: string) => ({
  en: `There is no entity ${id} that you can use. Choose one from entities.list-entities, or create it first.`,
  de: `Es gibt keine Gesellschaft ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-entities, oder legen Sie sie zuerst an.`,
}))

export const unknownCategory = problem('invalid', 'businesses.unknown-category', (id: string) => ({
  en: `There is no category ${id} that you can use. Choose one from businesses.list-categories, or create it first.`,
  de: `Es gibt keine Kategorie ${id}, die Sie verwenden können. Wählen Sie eine aus businesses.list-categories, oder legen Sie sie zuerst an.`,
}))

export const unknownOwner = problem('invalid', 'businesses.unknown-owner', (id: string) => ({
  en: `There is no ${id} among the people of this studio. Choose one from businesses.list-owners, or invite them first.`,
  de: `Unter den Personen dieses Studios gibt es ${id} nicht. Wählen Sie jemanden aus businesses.list-owners, oder laden Sie zuerst ein.`,
}))

export const dayToCome = problem('invalid', 'businesses.day-to-come', (day: string, today: string) => ({
  en: `${day} is still to come (it is ${today} in UTC), and a move tells what is so already. Name today or an earlier day.`,
  de: `${day} steht noch bevor (in UTC ist der ${today}), und ein Wechsel sagt, was schon ist. Nennen Sie heute oder einen früheren Tag.`,
}))

export const asOfToCome = problem('invalid', 'businesses.as-of-to-come', (day: string, today: string) => ({
  en: `${day} is still to come (it is ${today} in UTC), so nothing is known of it. Ask for today or an earlier day.`,
  de: `${day} steht noch bevor (in UTC ist der ${today}), darüber ist nichts bekannt. Fragen Sie nach heute oder einem früheren Tag.`,
}))

export const healthIsOfNow = problem('invalid', 'businesses.health-is-of-now', (day: string) => ({
  en: `Health is known as it is now, and not as it was on ${day}. Leave out asOf, or what asks for health.`,
  de: `Der Zustand ist bekannt, wie er jetzt ist, und nicht, wie er am ${day} war. Lassen Sie asOf weg, oder das, was nach dem Zustand fragt.`,
}))

export const beforeItBegan = problem(
  'invalid',
  'businesses.before-it-began',
  (day: string, began: string) => ({
    en: `${day} lies before this business's first day here, ${began}: there is nothing yet that could move. Name ${began} or a later day.`,
    de: `${day} liegt vor dem ersten Tag dieses Unternehmens hier, dem ${began}: Da ist noch nichts, was sich ändern könnte. Nennen Sie den ${began} oder einen späteren Tag.`,
  }),
)

export const outsideGrants = problem('forbidden', 'businesses.outside-grants', () => ({
  en: 'Your grants cover neither this entity nor this category, so no business can be created here. Choose others, or ask an owner or admin to widen them.',
  de: 'Ihre Rechte umfassen weder diese Gesellschaft noch diese Kategorie, deshalb lässt sich hier kein Unternehmen anlegen. Wählen Sie andere, oder bitten Sie einen Inhaber oder Admin, sie zu erweitern.',
}))

export const businessNotFound = problem('not-found', 'businesses.business-not-found', (id: string) => ({
  en: `Nothing with the id ${id} is open to you. Check the id; if it is right, an owner or admin can widen your grants.`,
  de: `Unter der Kennung ${id} steht Ihnen nichts offen. Prüfen Sie die Kennung; stimmt sie, kann ein Inhaber oder Admin Ihre Rechte erweitern.`,
}))

export const categoryNameTaken = problem('conflict', 'businesses.category-name-taken', (name: string) => ({
  en: `A category named "${name}" already exists in this studio. Use it, or choose another name.`,
  de: `Eine Kategorie „${name}“ gibt es in diesem Studio schon. Nehmen Sie sie, oder wählen Sie einen anderen Namen.`,
}))

export const noSuchMove = problem(
  'conflict',
  'businesses.no-such-stage-move',
  (from: Stage, to: Stage, next: readonly Stage[]) => ({
    en: `A business cannot go from ${from} to ${to}. From ${from} it can go to: ${next.join(', ') || 'nowhere; it is final'}.`,
    de: `Ein Unternehmen kann nicht von „${stageIn(from).de}“ nach „${stageIn(to).de}“ wechseln. Von dort geht es nach: ${next.map((one) => stageIn(one).de).join(', ') || 'nirgends; das ist endgültig'}.`,
  }),
)

export const changedMeanwhile = problem(
  'conflict',
  'businesses.changed-meanwhile',
  (expected: number, found: number) => ({
    en: `Somebody changed this business since you read it (you have revision ${expected}, it is at ${found}). Read it again and repeat your change.`,
    de: `Jemand hat dieses Unternehmen geändert, seit Sie es gelesen haben (Sie haben Revision ${expected}, es steht bei ${found}). Lesen Sie es noch einmal, und wiederholen Sie Ihre Änderung.`,
  }),
)

export const unknownCategoryName = problem('invalid', 'businesses.unknown-category-name', (name: string) => ({
  en: `There is no category "${name}" that you can use, and making one needs the permission businesses.write-categories on the whole studio. Choose one from businesses.list-categories.`,
  de: `Es gibt keine Kategorie „${name}“, die Sie verwenden können, und um eine anzulegen, braucht es das Recht businesses.write-categories im ganzen Studio. Wählen Sie eine aus businesses.list-categories.`,
}))

/** Of many rows, some cannot be used: then none is. Fifty are told, and how many there are. */
export function rowsHaveErrors(given: { rows: number; errors: FieldProblem[] }): Problem {
  const { rows, errors } = given
  const { path, says } = firstOf(errors)
  return new Problem({
    kind: 'invalid',
    code: 'businesses.rows-have-errors',
    message: {
      en:
        `Nothing was created: ${count(errors.length, 'error')} in ${count(rows, 'row')}. ` +
        `The first is at ${path}: ${says.en} Correct them and send all rows again.`,
      de:
        `Nichts wurde angelegt: ${errors.length.toLocaleString('de')} Fehler in ${rows.toLocaleString('de')} ${rows === 1 ? 'Zeile' : 'Zeilen'}. ` +
        `Der erste steht bei ${path}: ${says.de} Berichtigen Sie sie, und senden Sie alle Zeilen noch einmal.`,
    },
    fields: errors.slice(0, ERRORS_TOLD_MAX),
  })
}

export const ERRORS_TOLD_MAX = 50

export const exportTooMany = problem(
  'invalid',
  'businesses.export-too-many',
  (total: number, rowsMax: number) => ({
    en: `The filter finds ${total.toLocaleString('en')} businesses, and one file takes ${rowsMax.toLocaleString('en')}. Narrow it, for example to one entity or stage.`,
    de: `Der Filter findet ${total.toLocaleString('de')} Unternehmen, und eine Datei fasst ${rowsMax.toLocaleString('de')}. Grenzen Sie ihn ein, zum Beispiel auf eine Gesellschaft oder Phase.`,
  }),
)

export const exportTooLarge = problem(
  'invalid',
  'businesses.export-too-large',
  (chars: number, charsMax: number) => ({
    en: `The file would hold ${chars.toLocaleString('en')} characters, and ${charsMax.toLocaleString('en')} is all that an import takes back. Narrow the filter.`,
    de: `Die Datei hätte ${chars.toLocaleString('de')} Zeichen, und mehr als ${charsMax.toLocaleString('de')} nimmt ein Import nicht zurück. Grenzen Sie den Filter ein.`,
  }),
)

function count(many: number, noun: string): string {
  return `${many.toLocaleString('en')} ${noun}${many === 1 ? '' : 's'}`
}

export const tooManyTags = problem(
  'invalid',
  'businesses.too-many-tags',
  (tags: number, tagsMax: number) => ({
    en: `It would have ${tags} tags, and ${tagsMax} are all that a business can have. Take some of its tags out first.`,
    de: `Es hätte ${tags} Schlagwörter, und ${tagsMax} sind das Höchste. Nehmen Sie zuerst einige heraus.`,
  }),
)

/** Of many changes, some cannot be made: then none is. Each is told at its field, `/changes/3/stage`. */
export function changesRefused(changes: number, refusals: FieldProblem[]): Problem {
  const { path, says } = firstOf(refusals)
  return new Problem({
    kind: 'conflict',
    code: 'businesses.changes-refused',
    message: {
      en:
        `Nothing was changed: ${refusals.length} of ${changes} changes cannot be made. ` +
        `The first is at ${path}: ${says.en} Leave them out or correct them, and send the others again.`,
      de:
        `Nichts wurde geändert: ${refusals.length} von ${changes} Änderungen gehen nicht. ` +
        `Die erste steht bei ${path}: ${says.de} Lassen Sie sie weg oder berichtigen Sie sie, und senden Sie die anderen noch einmal.`,
    },
    fields: refusals,
  })
}

export const sameBusiness = problem('invalid', 'businesses.same-business', (id: string) => ({
  en: `Both ids are ${id}: a business is always itself. Name two different ones.`,
  de: `Beide Kennungen sind ${id}: Ein Unternehmen ist immer es selbst. Nennen Sie zwei verschiedene.`,
}))

export const notAtWork = problem('conflict', 'businesses.not-at-work', (name: string) => ({
  en: `"${name}" is archived, so it can be neither merged nor merged into. Restore it first, or choose another.`,
  de: `„${name}“ ist archiviert und kann deshalb weder zusammengeführt werden noch etwas aufnehmen. Stellen Sie es zuerst wieder her, oder wählen Sie ein anderes.`,
}))

export const planIsFull = problem(
  'conflict',
  'businesses.plan-is-full',
  (given: { plan: string; businesses_max: number; at_work: number; more: number }) => ({
    en:
      `The plan "${given.plan}" allows ${given.businesses_max} businesses at work; there are ${given.at_work}, and this would add ${given.more}. ` +
      'Archive some first, or ask an owner of the studio for a larger plan (businesses.set-plan).',
    de:
      `Der Tarif „${given.plan}“ erlaubt ${given.businesses_max} aktive Unternehmen; es sind ${given.at_work}, und dies wären ${given.more} mehr. ` +
      'Archivieren Sie zuerst einige, oder bitten Sie einen Inhaber um einen größeren Tarif (businesses.set-plan).',
  }),
)

export const planTooSmall = problem(
  'conflict',
  'businesses.plan-too-small',
  (given: { plan: string; businessesMax: number; atWork: number }) => ({
    en:
      `The plan "${given.plan}" allows ${given.businessesMax} businesses at work, and there are ${given.atWork}. ` +
      `Archive ${given.atWork - given.businessesMax} first, or choose a larger plan.`,
    de:
      `Der Tarif „${given.plan}“ erlaubt ${given.businessesMax} aktive Unternehmen, und es sind ${given.atWork}. ` +
      `Archivieren Sie zuerst ${given.atWork - given.businessesMax}, oder wählen Sie einen größeren Tarif.`,
  }),
)

import { problem } from '#kernel/problem.ts'

export const viewNotFound = problem('not-found', 'views.not-found', (id: string) => ({
  en: `There is no view ${id} of yours. The list is views.list-views.`,
  de: `Sie haben keine Ansicht ${id}. Die Liste ist views.list-views.`,
}))

export const notARead = problem('invalid', 'views.not-a-read', (operation: string) => ({
  en: `${operation} does not read, so it cannot be a view. Name an operation whose effect is read.`,
  de: `${operation} liest nicht und kann deshalb keine Ansicht sein. Nennen Sie eine Operation, die liest.`,
}))

export const readNotOpen = problem(
  'forbidden',
  'views.read-not-open',
  (operation: string, permission: string) => ({
    en: `A view of ${operation} needs the permission ${permission}, which you do not hold. Ask an owner or admin for it, or choose another read.`,
    de: `Eine Ansicht von ${operation} verlangt das Recht ${permission}, das Sie nicht haben. Bitten Sie einen Inhaber oder Admin darum, oder wählen Sie etwas anderes.`,
  }),
)

export const filterNotOpen = problem('forbidden', 'views.filter-not-open', (ids: readonly string[]) => ({
  en: `The filter names ${ids.join(', ')}, which your grants do not show. Leave it out, or ask an owner or admin to widen your grants.`,
  de: `Der Filter nennt ${ids.join(', ')}, was Ihre Rechte nicht zeigen. Lassen Sie es weg, oder bitten Sie einen Inhaber oder Admin, Ihre Rechte zu erweitern.`,
}))

export const tooManyViews = problem('invalid', 'views.too-many', (max: number) => ({
  en: `You keep ${max} views already, as many as there can be. Delete one that you no longer open.`,
  de: `Sie bewahren schon ${max} Ansichten auf, mehr gehen nicht. Löschen Sie eine, die Sie nicht mehr öffnen.`,
}))

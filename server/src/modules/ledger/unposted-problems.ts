import { problem } from '#kernel/problem.ts'

export const draftNotFound = problem('not-found', 'ledger.draft-not-found', (id: string) => ({
  en: `There is no draft ${id} that you can use. Choose one from ledger.list-drafts.`,
  de: `Es gibt keinen Entwurf ${id}, den Sie verwenden können. Wählen Sie einen aus ledger.list-drafts.`,
}))

export const pendingNotFound = problem('not-found', 'ledger.pending-not-found', (id: string) => ({
  en: `There is no pending entry ${id} that you can use. Choose one from ledger.list-pending.`,
  de: `Es gibt keine vorgemerkte Buchung ${id}, die Sie verwenden können. Wählen Sie eine aus ledger.list-pending.`,
}))

export const draftChanged = problem(
  'conflict',
  'ledger.draft-changed',
  (given: { id: string; expected: number; found: number }) => ({
    en: `The draft ${given.id} was changed since you read it (you have revision ${given.expected}, it is at ${given.found}). Nothing was done: read it again with ledger.get-draft, and decide anew.`,
    de: `Der Entwurf ${given.id} wurde geändert, seit Sie ihn gelesen haben (Sie haben Revision ${given.expected}, er steht bei ${given.found}). Nichts wurde getan: Lesen Sie ihn noch einmal mit ledger.get-draft, und entscheiden Sie neu.`,
  }),
)

export const tooManyDrafts = problem('conflict', 'ledger.too-many-drafts', (max: number) => ({
  en: `This book has ${max.toLocaleString('en')} open drafts, and more are not kept. Post or void some first.`,
  de: `Dieses Buch hat ${max.toLocaleString('de')} offene Entwürfe, und mehr werden nicht aufbewahrt. Buchen oder verwerfen Sie zuerst einige.`,
}))

export const alreadyPosted = problem('conflict', 'ledger.already-posted', (id: string, entryId: string) => ({
  en: `${id} is posted already, as ${entryId}. To take that back, use ledger.reverse-entry.`,
  de: `${id} ist schon gebucht, als ${entryId}. Um das zurückzunehmen, verwenden Sie ledger.reverse-entry.`,
}))

export const alreadyVoided = problem('conflict', 'ledger.already-voided', (id: string) => ({
  en: `${id} was voided, and that stays. Make a new one.`,
  de: `${id} wurde verworfen, und dabei bleibt es. Legen Sie neu an.`,
}))

export const pendingExpired = problem('conflict', 'ledger.pending-expired', (id: string, at: string) => ({
  en: `${id} ran out at ${at}: it holds nothing any more and is not posted. Reserve anew with ledger.reserve-entry, or post with ledger.post-entry.`,
  de: `${id} ist um ${at} abgelaufen: Es hält nichts mehr und wird nicht gebucht. Merken Sie mit ledger.reserve-entry neu vor, oder buchen Sie mit ledger.post-entry.`,
}))

export const externalIdPending = problem(
  'conflict',
  'ledger.external-id-pending',
  (externalId: string, pendingId: string) => ({
    en: `"${externalId}" is pending as ${pendingId}. Post that with ledger.post-pending, or void it first with ledger.void-pending.`,
    de: `„${externalId}“ ist als ${pendingId} vorgemerkt. Buchen Sie das mit ledger.post-pending, oder verwerfen Sie es zuerst mit ledger.void-pending.`,
  }),
)

export const externalIdReserved = problem(
  'conflict',
  'ledger.external-id-reserved',
  (externalId: string, pendingId: string, { there, sent }: { there: string; sent: string }) => ({
    en: `"${externalId}" was reserved as ${pendingId} over ${there}, and stays with that; what was sent, over ${sent}, differs. Reserve under another external id; to settle that one, use ledger.post-pending or ledger.void-pending.`,
    de: `„${externalId}“ wurde als ${pendingId} über ${there} vorgemerkt und bleibt dabei; was gesendet wurde, über ${sent}, weicht davon ab. Merken Sie unter einer anderen externen Kennung vor; jene erledigen Sie mit ledger.post-pending oder ledger.void-pending.`,
  }),
)

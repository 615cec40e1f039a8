/** Where a subject is looked at: by its id alone, as its prefix says what it is. */
export function placeOf(subjectId: string): string | undefined {
  return PLACES[subjectId.slice(0, 4)]?.(subjectId)
}

/** Whether it has comments, files and a timeline. */
export function hasTalk(subjectId: string): boolean {
  return !subjectId.startsWith('whe_')
}

const PLACES: Record<string, (id: string) => string> = {
  biz_: (id) => `/businesses/${id}`,
  ent_: (id) => `/businesses/entities/${id}`,
  kpi_: (id) => `/businesses/kpis/${id}`,
  run_: (id) => `/runs/${id}`,
  jou_: (id) => `/banking/entries/${id}`,
  apv_: (id) => `/approvals/${id}`,
  whe_: (id) => `/settings/webhooks?endpoint=${id}`,
}

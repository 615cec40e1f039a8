const PLACES: Record<string, (subjectId: string) => string> = {
  'closing.behind': (bookId) => `/banking/closing?book=${bookId}`,
  'closing.schedule-refused': (bookId) => `/banking/${bookId}/schedules`,
  'ledger.entries-waiting': (approvalId) => `/approvals/${approvalId}?view=all`,
}

/** Where what a rule found is put right; undefined where the list itself, or the page of the business, is that place. */
export function whereMended(rule: string, subjectId: string): string | undefined {
  return PLACES[rule]?.(subjectId)
}

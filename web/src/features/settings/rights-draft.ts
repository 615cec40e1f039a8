export interface RightDraft {
  /** Tells rows apart while they are edited. */
  key: string
  role: string
  covers: string | null
}

/** Given the least that is of use: what an analyst may. */
export function newRight(): RightDraft {
  return { key: crypto.randomUUID(), role: 'analyst', covers: null }
}

export function draftsOf(rights: readonly { role: string; covers: string | null }[]): RightDraft[] {
  return rights.map(({ role, covers }) => ({ key: crypto.randomUUID(), role, covers }))
}

export function grantsOf(drafts: readonly RightDraft[]): { role: string; covers: string | null }[] {
  return drafts.map(({ role, covers }) => ({ role, covers }))
}

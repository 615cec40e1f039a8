import { usePages, type Row } from '../../api.ts'

/** The studio's own roles, up to 200 of them: as many as a choice can show. */
export function useOwnRoles(): Row<'identity.list-roles'>[] {
  return usePages('identity.list-roles', { limit: 200 }).rows ?? []
}

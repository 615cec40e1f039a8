import { useRead } from '../../api.ts'
import { isAllowed } from '../settings/permissions.ts'

/** Whether somewhere in the studio this person may do it. The server decides where; this is for what is shown. */
export function useMay(permission: string): boolean {
  return isAllowed(useRead('identity.get-me', {}).data?.grants ?? [], permission)
}

import { useMemo } from 'react'
import { useRead } from '../api.ts'
import { isAllowed } from '../features/settings/permissions.ts'
import { ROOMS } from './rooms.ts'

/** The rooms that are open to whoever is signed in. */
export function useRooms(): readonly (typeof ROOMS)[number][] {
  const grants = useRead('identity.get-me', {}).data?.grants
  return useMemo(
    () => ROOMS.filter((room) => !('needs' in room) || isAllowed(grants ?? [], room.needs)),
    [grants],
  )
}

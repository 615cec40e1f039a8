import { useColorScheme } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import type { Output } from '../api.ts'
import { adoptLook } from './adopt-look.ts'

type Me = Output<'identity.get-me'>

/** Looks as the person chose, wherever they chose it. False until the first answer is followed: nothing is shown twice. */
export function useLookOf(me: Me | undefined): boolean {
  const { setMode } = useColorScheme()
  const [isFollowed, setFollowed] = useState(false)
  const chosen = me?.preferences
  useEffect(() => {
    if (chosen === undefined) return
    if (chosen) setMode(chosen.theme)
    // Software has no look of its own: it looks as this browser did.
    const adopted = chosen ? adoptLook(chosen) : Promise.resolve()
    void adopted.finally(() => setFollowed(true))
  }, [chosen, setMode])
  return isFollowed
}

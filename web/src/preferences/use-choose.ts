import { useColorScheme } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite, type Input } from '../api.ts'
import { toastShown } from '../shell/toast-slice.ts'
import { adoptLook, keptLook } from './adopt-look.ts'

export type Change = Input<'identity.update-preferences'>

/** Changes how it looks: at once here, and on the server for everywhere else. What it refuses is taken back. */
export function useChoose() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { setMode } = useColorScheme()
  const me = useRead('identity.get-me', {})
  const { send } = useWrite('identity.update-preferences')
  return async (change: Change): Promise<void> => {
    const before = keptLook()
    const { theme = before.theme, language = before.language, timeZone = before.timeZone } = change
    setMode(theme)
    await adoptLook({ theme, language, timeZone })
    if (me.data?.preferences === null || (await send(change))) return
    setMode(before.theme)
    await adoptLook(before)
    dispatch(toastShown({ text: t('preferences.notKept') }))
  }
}

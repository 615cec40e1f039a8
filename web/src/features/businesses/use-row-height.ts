import useMediaQuery from '@mui/material/useMediaQuery'
import { PHONE_BELOW } from '../../design/theme.ts'

const ROW = { pointer: 40, touch: 48, phone: 64 }

/** In pixels; rows of a list are alike, so that their places can be reckoned. */
export function useRowHeight(): { isPhone: boolean; height: number } {
  const isPhone = useMediaQuery(`(max-width: ${PHONE_BELOW - 0.02}px)`, { noSsr: true })
  const isTouch = useMediaQuery('(pointer: coarse)', { noSsr: true })
  return { isPhone, height: isPhone ? ROW.phone : ROW[isTouch ? 'touch' : 'pointer'] }
}

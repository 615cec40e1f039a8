import { useTranslation } from 'react-i18next'
import { deviceOf } from './device-of.ts'

/** "Chrome on Windows". */
export function useDeviceWords(userAgent: string): string {
  const { t } = useTranslation()
  const { browser, system } = deviceOf(userAgent)
  return t('sessions.device_known', {
    browser: browser ?? t('sessions.unknownBrowser'),
    system: system ?? t('sessions.unknownSystem'),
  })
}

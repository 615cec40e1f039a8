import { useTranslation } from 'react-i18next'

const DOORS = ['rest', 'graphql', 'mcp', 'cli', 'run', 'system', 'test'] as const

/** By which door, in words; one that this version does not know stands as it is. */
export function useDoorWords(): (door: string) => string {
  const { t } = useTranslation()
  return (door) => {
    const known = DOORS.find((one) => one === door)
    return known ? t(`audit.door.${known}`) : door
  }
}

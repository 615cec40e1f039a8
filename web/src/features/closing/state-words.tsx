import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { formatDay, formatInstant } from '../../design/format.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import type { BoardRow } from './closing-words.ts'

/** Open or closed; when, by whom, and despite what. */
export function StateWords({ row: { state, closed } }: { row: BoardRow }) {
  const { t } = useTranslation()
  const nameOf = useActorName()
  return (
    <>
      <Box component="span" sx={{ fontWeight: state === 'open' ? 400 : 500 }}>
        {t(`closing.state.${state}`)}
      </Box>
      {closed && (
        <Box sx={SECOND_LINE} title={formatInstant(closed.at)}>
          {t('closing.closedBy', { day: formatDay(closed.at), name: nameOf(closed.by) })}
        </Box>
      )}
      {!closed && state !== 'open' && <Box sx={SECOND_LINE}>{t('closing.closedAlong')}</Box>}
      {closed?.despite && (
        <Box sx={SECOND_LINE}>{t('closing.closedDespite', { reason: closed.despite })}</Box>
      )}
    </>
  )
}

function useActorName() {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-owners')
  const me = useRead('identity.get-me', {}).data?.actor
  return ({ kind, id }: { kind: keyof typeof SOFTWARE; id: string }): string => {
    if (id === me?.id) return me.name
    const person = rows.find((one) => one.id === id)
    return person?.name ?? t(SOFTWARE[kind])
  }
}

/** A person whom the reader may not see by name is told as somebody. */
const SOFTWARE = {
  person: 'closing.somebody',
  'api-key': 'banking.software.api-key',
  machine: 'banking.software.machine',
  run: 'banking.software.run',
  system: 'banking.software.system',
  nobody: 'banking.software.nobody',
} as const

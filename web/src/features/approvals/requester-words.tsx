import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../api.ts'
import { ActorMark } from '../../design/actor-mark.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'

type Asking = Pick<Row<'approvals.list-approvals'>, 'requester' | 'personBehind'>

/** Who asks; for a key also whose it is. */
export function RequesterWords({ asking: { requester, personBehind } }: { asking: Asking }) {
  const { t } = useTranslation()
  const isPerson = requester.kind === 'person'
  return (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <ActorMark name={requester.name} isPerson={isPerson} size={20} />
      <Box sx={{ minWidth: 0 }}>
        {requester.name}
        {!isPerson && (
          <Box sx={SECOND_LINE}>
            {personBehind ? t('approvals.keyOf', { name: personBehind.name }) : t('approvals.keyOfMachine')}
          </Box>
        )}
      </Box>
    </Box>
  )
}

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../api.ts'
import { ActorMark } from '../../design/actor-mark.tsx'

type Actor = Row<'audit.list-lines'>['actor']

/** A circle for a person, a square for software, and the name as it is now. */
export function AuditActor({ actor, children }: { actor: Actor; children?: React.ReactNode }) {
  const { t } = useTranslation()
  const name = actor.name ?? t('audit.unknownActor')
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: 2 }}>
      <Box sx={{ gridRow: '1 / 3' }}>
        <ActorMark name={name} isPerson={actor.kind === 'person' || actor.kind === 'nobody'} />
      </Box>
      <span>{name}</span>
      {children}
    </Box>
  )
}

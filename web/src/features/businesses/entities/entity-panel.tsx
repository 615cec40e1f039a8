import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api.ts'
import { CopyId } from '../../../design/copy-id.tsx'
import { FactLine } from '../../../design/fact-line.tsx'
import { Icon } from '../../../design/icon.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { SidePanel } from '../../../design/side-panel.tsx'
import { EntityFinance } from '../../statements/finance-section.tsx'
import { SubjectTalk } from '../../talk/subject-talk.tsx'
import { May } from '../../identity/may.tsx'
import { EditEntity } from './edit-entity.tsx'
import { EntityStatus, type Entity } from './entity-status.tsx'
import { JudgementRows } from './judgement-rows.tsx'
import { StakeRows } from './stake-rows.tsx'

/** One legal entity: what is known of it, who owns it, what it owns. */
export function EntityPanel({ entityId, onClose }: { entityId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { data: entity, problem, again } = useRead('entities.get-entity', { entityId })
  return (
    <SidePanel
      title={entity?.name ?? t('entities.one')}
      onClose={onClose}
      actions={
        entity &&
        !isEditing && (
          <May permission="entities.write">
            <Button onClick={() => setEditing(true)} startIcon={<Icon name="edit" size={14} />}>
              {t('business.edit')}
            </Button>
          </May>
        )
      }
    >
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {entity && isEditing && <EditEntity current={entity} onDone={() => setEditing(false)} />}
      {entity && !isEditing && (
        <>
          <EntityFacts entity={entity} />
          <EntityFinance entityId={entity.id} />
          <StakeRows side="owners" entity={entity} />
          <StakeRows side="holdings" entity={entity} />
          <JudgementRows entity={entity} />
          <SubjectTalk subjectId={entity.id} />
        </>
      )}
    </SidePanel>
  )
}

function EntityFacts({ entity }: { entity: Entity }) {
  const { t } = useTranslation()
  const plain = [
    'kind',
    'jurisdiction',
    'ein',
    'lei',
    'registrationNumber',
    'registeredAddress',
    'postalAddress',
    'functionalCurrency',
    'fiscalYearEnd',
  ] as const
  return (
    <Box component="dl" sx={{ m: 0, '& dd': { whiteSpace: 'pre-line' } }}>
      <FactLine label={t('entities.status')}>
        <EntityStatus status={entity.status} />
      </FactLine>
      {plain.map((name) => (
        <FactLine key={name} label={t(`entities.${name}`)}>
          {entity[name]}
        </FactLine>
      ))}
      <FactLine label={t('business.id')}>
        <CopyId id={entity.id} />
      </FactLine>
    </Box>
  )
}

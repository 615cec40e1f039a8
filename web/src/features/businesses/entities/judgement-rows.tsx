import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../api.ts'
import type { Entity } from './entity-status.tsx'
import { RecordJudgement } from './record-judgement.tsx'
import { SpanLine } from './span-line.tsx'
import { SpanSection } from './span-section.tsx'
import { WithdrawJudgement } from './withdraw-judgement.tsx'

/** Who was judged to control an entity, or not to, whatever the votes say. */
export function JudgementRows({ entity }: { entity: Entity }) {
  const { t } = useTranslation()
  const [isRecording, setRecording] = useState(false)
  const [isWithdrawn, setWithdrawn] = useState(false)
  const [withdrawingId, setWithdrawingId] = useState<string>()
  const list = usePages('entities.list-judgements', {
    limit: 50,
    entityId: entity.id,
    withdrawn: isWithdrawn,
  })
  return (
    <SpanSection
      label={t('ownership.judgements')}
      empty={t('ownership.no.judgements')}
      list={list}
      isWithdrawn={isWithdrawn}
      onWithdrawn={setWithdrawn}
      record={{
        label: t('ownership.judge'),
        onOpen: () => setRecording(true),
        form: isRecording && <RecordJudgement entity={entity} onDone={() => setRecording(false)} />,
      }}
      renderLine={(judgement) => (
        <>
          <SpanLine
            name={judgement.owner.name}
            entityId={judgement.owner.entityId}
            says={t(judgement.controls ? 'ownership.controls' : 'ownership.controlsNot')}
            span={judgement}
            because={judgement.reason}
            changeLabel={t('ownership.changeJudgement', { name: judgement.owner.name })}
            onChange={() => setWithdrawingId(judgement.id)}
          />
          {withdrawingId === judgement.id && (
            <WithdrawJudgement judgementId={judgement.id} onDone={() => setWithdrawingId(undefined)} />
          )}
        </>
      )}
    />
  )
}

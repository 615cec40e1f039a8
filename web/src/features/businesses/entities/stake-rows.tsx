import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../../api.ts'
import { formatDecimal } from '../../../design/format.ts'
import { EndStake } from './end-stake.tsx'
import type { Entity } from './entity-status.tsx'
import { RecordStake } from './record-stake.tsx'
import { SpanLine } from './span-line.tsx'
import { SpanSection } from './span-section.tsx'

/** Who owns an entity, or what it owns. */
export function StakeRows({ side, entity }: { side: 'owners' | 'holdings'; entity: Entity }) {
  const { t } = useTranslation()
  const [isRecording, setRecording] = useState(false)
  const [isWithdrawn, setWithdrawn] = useState(false)
  const [endingId, setEndingId] = useState<string>()
  const filter = side === 'owners' ? { entityId: entity.id } : { ownerEntityId: entity.id }
  const list = usePages('entities.list-stakes', { limit: 50, withdrawn: isWithdrawn, ...filter })
  return (
    <SpanSection
      label={t(`ownership.${side}`)}
      empty={t(`ownership.no.${side}`)}
      list={list}
      isWithdrawn={isWithdrawn}
      onWithdrawn={setWithdrawn}
      record={
        side === 'owners'
          ? {
              label: t('ownership.record'),
              onOpen: () => setRecording(true),
              form: isRecording && <RecordStake entity={entity} onDone={() => setRecording(false)} />,
            }
          : undefined
      }
      renderLine={(stake) => {
        const { votingPercent: voting, economicPercent: economic } = stake
        const name = side === 'owners' ? stake.owner.name : stake.entity.name
        return (
          <>
            <SpanLine
              name={name}
              entityId={side === 'owners' ? stake.owner.entityId : stake.entity.id}
              says={t('ownership.shares', {
                voting: formatDecimal(voting),
                economic: formatDecimal(economic),
              })}
              span={stake}
              because={stake.evidence}
              changeLabel={t('ownership.changeNamed', { name })}
              onChange={() => setEndingId(stake.id)}
            />
            {endingId === stake.id && <EndStake stake={stake} onDone={() => setEndingId(undefined)} />}
          </>
        )
      }}
    />
  )
}

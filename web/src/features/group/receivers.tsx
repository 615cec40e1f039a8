import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { Chooser } from '../../design/chooser.tsx'
import { Field } from '../../design/field.tsx'
import { TextField } from '../../design/text-field.tsx'
import type { ReceiverDraft } from './allocate-draft.ts'

/** Who is charged: one after another is taken in, with a weight where it is shared by one. */
export function Receivers(given: {
  entities: readonly { id: string; name: string }[]
  receivers: readonly ReceiverDraft[]
  isWeighted: boolean
  problem: Problem | undefined
  onChange: (receivers: ReceiverDraft[]) => void
}) {
  const { t } = useTranslation()
  const { entities, receivers, isWeighted, problem, onChange } = given
  const taken = new Set(receivers.map(({ id }) => id))
  const left = entities.filter(({ id }) => !taken.has(id))
  return (
    <>
      <Field label={t('group.allocate.receiver')} error={errorAt(problem, '/receivers')}>
        {(ids) => (
          <Chooser
            label={t('group.allocate.receiver')}
            ids={ids}
            value=""
            options={left.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => id !== '' && onChange([...receivers, { id, weight: '' }])}
          />
        )}
      </Field>
      {receivers.map((receiver, at) => {
        const name = entities.find(({ id }) => id === receiver.id)?.name ?? receiver.id
        return (
          <Box key={receiver.id} sx={ROW}>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: 13 }}>{name}</Box>
            {isWeighted && (
              <TextField
                label={t('group.allocate.weightOf', { name })}
                value={receiver.weight}
                onChange={(weight) => onChange(receivers.with(at, { ...receiver, weight: weight.trim() }))}
                error={errorAt(problem, `/receivers/${at.toString()}/weight`)}
                inputMode="numeric"
                maxLength={7}
              />
            )}
            <Button
              aria-label={t('group.allocate.leaveOutOf', { name })}
              onClick={() => onChange(receivers.toSpliced(at, 1))}
            >
              {t('group.allocate.leaveOut')}
            </Button>
          </Box>
        )
      })}
    </>
  )
}

const ROW = {
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'auto',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'center',
  gap: 2,
} as const

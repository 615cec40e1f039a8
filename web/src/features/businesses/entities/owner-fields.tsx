import { useTranslation } from 'react-i18next'
import { errorAt } from '../../../api-call.ts'
import { Choice } from '../../../design/choice.tsx'
import { Field } from '../../../design/field.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { useAllRows } from '../use-all-rows.ts'
import { NEW_OWNERS, isNewOwner, type useOwner } from './use-owner.ts'

/** Which entity or holder it is; somebody who is neither yet is named here. */
export function OwnerFields({ owner, selfId }: { owner: ReturnType<typeof useOwner>; selfId: string }) {
  const { t } = useTranslation()
  const entities = useAllRows('entities.list-entities')
  const holders = useAllRows('entities.list-holders')
  const options = [
    { value: '', label: t('ownership.chooseOwner') },
    ...NEW_OWNERS.map((kind) => ({ value: kind, label: t(`ownership.newOwner.${kind}`) })),
    ...[...entities.rows, ...holders.rows]
      .filter(({ id }) => id !== selfId)
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <Field label={t('ownership.owner')} error={owner.isMissing ? t('ownership.missingOwner') : undefined}>
        {(ids) => (
          <Choice ids={ids} takesFocus value={owner.choice} options={options} onChange={owner.choose} />
        )}
      </Field>
      {isNewOwner(owner.choice) && (
        <TextField
          label={t('ownership.holderName')}
          maxLength={200}
          value={owner.name}
          onChange={owner.setName}
          error={errorAt(owner.problem, '/name')}
        />
      )}
    </>
  )
}

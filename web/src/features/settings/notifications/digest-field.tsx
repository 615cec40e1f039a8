import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api.ts'
import { Choice } from '../../../design/choice.tsx'
import { Field } from '../../../design/field.tsx'

const HOURS = Array.from({ length: 24 }, (_nothing, hour) => hour)

/** When the daily mail comes. */
export function DigestField({ digestHour, timeZone }: { digestHour: number; timeZone: string | null }) {
  const { t } = useTranslation()
  const { send, problem } = useWrite('notifications.set-choices')
  const hint =
    timeZone === null
      ? t('notifications.hourUtc')
      : t('notifications.hourZone', { zone: timeZone.replaceAll('_', ' ') })
  return (
    <Field label={t('notifications.hour')} hint={hint} error={problem?.detail}>
      {(ids) => (
        <Choice
          ids={ids}
          value={String(digestHour)}
          options={HOURS.map((hour) => ({
            value: String(hour),
            label: `${String(hour).padStart(2, '0')}:00`,
          }))}
          onChange={(value) => void send({ digestHour: Number(value) })}
        />
      )}
    </Field>
  )
}

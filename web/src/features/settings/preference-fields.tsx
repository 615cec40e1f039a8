import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { firstSpoken, LANGUAGES } from '#kernel/languages.ts'
import { useChoose } from '../../preferences/use-choose.ts'
import { deviceZone } from '../../preferences/zone.ts'
import { THEMES } from '../../shell/themes.ts'

type Preferences = NonNullable<Output<'identity.get-me'>['preferences']>

/** Each acts as soon as it is chosen: what it does is seen at once, and choosing again takes it back. */
export function PreferenceFields({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation()
  const choose = useChoose()
  const { theme, language, timeZone, currency } = preferences
  const ofBrowser = t(`preferences.languages.${firstSpoken(navigator.languages)}`)
  return (
    <>
      <Field label={t('nav.theme')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={theme}
            options={THEMES.map(({ mode }) => ({ value: mode, label: t(`theme.${mode}`) }))}
            onChange={(value) => void choose({ theme: THEMES.find(({ mode }) => mode === value)?.mode })}
          />
        )}
      </Field>
      <Field label={t('preferences.language')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={language ?? ''}
            options={[
              { value: '', label: t('preferences.asBrowser', { language: ofBrowser }) },
              ...LANGUAGES.map((value) => ({ value, label: t(`preferences.languages.${value}`) })),
            ]}
            onChange={(value) =>
              void choose({ language: LANGUAGES.find((known) => known === value) ?? null })
            }
          />
        )}
      </Field>
      <Field label={t('preferences.timeZone')} hint={t('preferences.timeZoneHint')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={timeZone ?? ''}
            options={[
              { value: '', label: t('preferences.asDevice', { zone: deviceZone() }) },
              ...withChosen(ZONES, timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
            ]}
            onChange={(value) => void choose({ timeZone: value === '' ? null : value })}
          />
        )}
      </Field>
      <CurrencyField currency={currency} />
    </>
  )
}

function CurrencyField({ currency }: Pick<Preferences, 'currency'>) {
  const { t, i18n } = useTranslation()
  const choose = useChoose()
  const names = new Intl.DisplayNames(i18n.language, { type: 'currency' })
  return (
    <Field label={t('preferences.currency')} hint={t('preferences.currencyHint')}>
      {(ids) => (
        <Choice
          ids={ids}
          value={currency ?? ''}
          options={[
            { value: '', label: t('preferences.noCurrency') },
            ...withChosen(CURRENCIES, currency).map((value) => ({
              value,
              label: `${value} · ${names.of(value) ?? value}`,
            })),
          ]}
          onChange={(value) => void choose({ currency: value === '' ? null : value })}
        />
      )}
    </Field>
  )
}

const CURRENCIES = Intl.supportedValuesOf('currency')
/** UTC is in no list of Intl, and what this product was shown in before. */
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]

/** What was chosen elsewhere may be new to this browser, and stands as chosen. */
function withChosen(known: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || known.includes(chosen) ? known : [chosen, ...known]
}

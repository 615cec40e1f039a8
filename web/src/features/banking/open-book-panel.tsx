import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link, useNavigate } from 'react-router'
import { languageNamed, LANGUAGES, type Language } from '#kernel/languages.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import { BASES, CHARTS } from './banking-words.ts'

/** The book of an entity, with the accounts that it begins with. */
export function OpenBookPanel({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const dispatch = useDispatch()
  const navigate = useNavigate()
  const { send, isSending, problem } = useWrite('ledger.open-book')
  const [entityId, setEntityId] = useState('')
  const [chart, setChart] = useState<(typeof CHARTS)[number]>('ifrs')
  const [basis, setBasis] = useState<(typeof BASES)[number]>('accrual')
  const [language, setLanguage] = useState(languageNamed(i18n.language))
  const open = async () => {
    const book = await send({ entityId, chart, basis, language })
    if (!book) return
    dispatch(toastShown({ text: t('banking.openedToast', { name: book.entity.name }) }))
    void navigate(`/banking/${book.id}/accounts`)
  }
  return (
    <SidePanel title={t('banking.open')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void open()}>
        <EntityChoice value={entityId} onChange={setEntityId} error={errorAt(problem, '/entityId')} />
        <Field label={t('banking.chartTitle')} hint={t(`banking.chartHint.${chart}`)}>
          {(ids) => (
            <Choice
              ids={ids}
              value={chart}
              options={CHARTS.map((value) => ({ value, label: t(`banking.chart.${value}`) }))}
              onChange={(value) => setChart(CHARTS.find((one) => one === value) ?? chart)}
            />
          )}
        </Field>
        {chart !== 'none' && <NamesChoice value={language} onChange={setLanguage} />}
        <Field label={t('banking.basisTitle')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={basis}
              options={BASES.map((value) => ({ value, label: t(`banking.basis.${value}`) }))}
              onChange={(value) => setBasis(BASES.find((one) => one === value) ?? basis)}
            />
          )}
        </Field>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isSending || entityId === ''}>
            {isSending ? t('settings.saving') : t('banking.openSubmit')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}

function NamesChoice({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('banking.namesTitle')}>
      {(ids) => (
        <Choice
          ids={ids}
          value={value}
          options={LANGUAGES.map((one) => ({ value: one, label: t(`banking.namesIn.${one}`) }))}
          onChange={(one) => onChange(languageNamed(one))}
        />
      )}
    </Field>
  )
}

/** All entities, for one without a currency is not left out in silence: the server says what it lacks. */
function EntityChoice(given: { value: string; onChange: (id: string) => void; error: string | undefined }) {
  const { t } = useTranslation()
  const { rows, isComplete } = useAllRows('entities.list-entities')
  const chosen = rows.find(({ id }) => id === given.value)
  return (
    <div>
      <Field label={t('banking.entity')} error={given.error} hint={t('banking.entityHint')}>
        {(ids) => (
          <Choice
            ids={ids}
            takesFocus
            value={given.value}
            options={[
              { value: '', label: t('form.chooseEntity') },
              ...rows.map(({ id, name, functionalCurrency }) => ({
                value: id,
                label: functionalCurrency
                  ? `${name} (${functionalCurrency})`
                  : t('banking.withoutCurrency', { name }),
              })),
            ]}
            onChange={given.onChange}
          />
        )}
      </Field>
      {isComplete && rows.length === 0 && (
        <Box component={Link} to="/businesses/entities?new=true" sx={{ ...DRILL, fontSize: 13 }}>
          {t('entities.empty.action')}
        </Box>
      )}
      {chosen && chosen.functionalCurrency === null && (
        <Box component={Link} to={`/businesses/entities/${chosen.id}`} sx={{ ...DRILL, fontSize: 13 }}>
          {t('banking.setCurrency', { name: chosen.name })}
        </Box>
      )}
    </div>
  )
}

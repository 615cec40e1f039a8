import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt, heldAs } from '../../api-call.ts'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { KeyCap } from '../../design/key-cap.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import type { Book } from './banking-words.ts'
import { EntryFoot } from './entry-foot.tsx'
import { EntryLine } from './entry-line.tsx'
import { gridOf } from './entry-grid.ts'
import { useEntryDraft } from './use-entry-draft.ts'
import { useCells } from './use-cells.ts'
import { useChoices } from './use-choices.ts'

/** An entry, typed as into a spreadsheet: Enter goes from cell to cell, and from the last one to a new line. */
export function NewEntryView({ book }: { book: Book }) {
  const { t } = useTranslation()
  const choices = useChoices(book)
  const day = useRef<HTMLInputElement>(null)
  const entry = useEntryDraft({ book, accounts: choices.accounts, onPosted: () => day.current?.focus() })
  const { draft, put, problem, sides } = entry
  const { form, goOn } = useCells(entry.addLine)
  useEffect(() => day.current?.focus(), [])
  useEffect(() => {
    if (problem?.errors.length) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problem, form])
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) void entry.post()
    else goOn(event.target)
  }
  const hasCurrency = draft.lines.some(({ accountId }) => choices.accounts.get(accountId)?.currency === null)
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      aria-label={t('banking.newEntry')}
      onKeyDown={press}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void entry.post()
      }}
      sx={{ px: { xs: 4, sm: 6 }, py: 5, display: 'grid', gap: 4 }}
    >
      {problem && <Refused problem={problem} onAnother={entry.beginAnother} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '160px minmax(0, 560px)' }, gap: 4 }}>
        <Field label={t('banking.day')} error={errorAt(problem, '/effectiveOn')}>
          {(ids) => (
            <DayField
              ids={ids}
              inputRef={day}
              value={draft.effectiveOn}
              isLaterOpen
              onChange={(effectiveOn) => put({ effectiveOn })}
            />
          )}
        </Field>
        <TextField
          label={t('banking.memo')}
          maxLength={400}
          value={draft.memo}
          onChange={(memo) => put({ memo })}
          error={errorAt(problem, '/memo')}
        />
      </Box>
      <Box sx={gridOf(hasCurrency)}>
        <Heads hasCurrency={hasCurrency} />
        {draft.lines.map((line, at) => (
          <EntryLine key={line.key} {...{ line, at, choices, entry, hasCurrency, goOn }} />
        ))}
      </Box>
      <EntryFoot sides={sides} error={entry.errorOfLines} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={entry.isSending}>
          {entry.isSending ? t('settings.saving') : t('banking.post')}
        </Button>
        <Button onClick={entry.addLine}>{t('banking.addLine')}</Button>
        <Keys />
      </Box>
    </Box>
  )
}

/** Why it is not posted; where it waits, it is not typed over, and another one can be begun. */
function Refused({ problem, onAnother }: { problem: Problem; onAnother: () => void }) {
  const { t } = useTranslation()
  if (problem.errors.length > 0) return null
  return (
    <>
      <ProblemNotice problem={problem} />
      {heldAs(problem) !== undefined && (
        <div>
          <Button variant="outlined" onClick={onAnother}>
            {t('bookRules.another')}
          </Button>
        </div>
      )}
    </>
  )
}

function Heads({ hasCurrency }: { hasCurrency: boolean }) {
  const { t } = useTranslation()
  return (
    <Box aria-hidden className="heads">
      <span>{t('banking.account')}</span>
      {hasCurrency && <span>{t('banking.currency')}</span>}
      <span className="number">{t('banking.debit')}</span>
      <span className="number">{t('banking.credit')}</span>
      <span>{t('banking.business')}</span>
      <span>{t('banking.memo')}</span>
      <span />
    </Box>
  )
}

function Keys() {
  const { t } = useTranslation()
  return (
    <Box sx={{ display: { xs: 'none', sm: 'block' }, fontSize: 12, color: 'text.secondary' }}>
      <KeyCap>Enter</KeyCap> {t('banking.entersNext')} · <KeyCap>Ctrl</KeyCap> <KeyCap>Enter</KeyCap>{' '}
      {t('banking.ctrlEnterPosts')}
    </Box>
  )
}

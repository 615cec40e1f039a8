import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt, heldAs } from '../../api-call.ts'
import { useRead, type Output } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
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
import { openDetails, useCells } from './use-cells.ts'
import { useChoices, type Choices } from './use-choices.ts'
import { useQueryPlace } from './use-query-place.ts'
import { VoidDraft } from './void-draft.tsx'

/** An entry, typed as into a spreadsheet: Enter goes from cell to cell, and from the last one to a new line. */
export function NewEntryView({ book }: { book: Book }) {
  const { get } = useQueryPlace()
  const choices = useChoices(book)
  // That of the address with which the form opens: what it keeps later is its own already.
  const [draftId] = useState(get('draft'))
  const { data, problem, again } = useRead('ledger.get-draft', { draftId }, { skip: draftId === '' })
  // As it was read first: what others change meanwhile is not put over what is typed here.
  const [saved, setSaved] = useState<typeof data>()
  // Of which more is known than this revision: what is read may still be what it was.
  const [after, setAfter] = useState(0)
  if (!saved && data && data.revision > after && choices.isComplete) setSaved(data)
  const readAgain = (revision: number) => {
    setAfter(revision)
    setSaved(undefined)
    again()
  }
  if (problem && !saved)
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={problem} onRetry={again} />
      </Box>
    )
  if (draftId !== '' && !saved) return <Skeleton height={12} width="40%" sx={{ m: 6 }} />
  if (saved && saved.state !== 'open') return <Settled book={book} draft={saved} />
  return <EntryForm key={saved?.revision} {...{ book, choices, saved }} onReadAgain={readAgain} />
}

/** Somebody was quicker, or followed an old link. */
function Settled({ book, draft: { entryId } }: { book: Book; draft: Output<'ledger.get-draft'> }) {
  const { t } = useTranslation()
  const outcome = entryId === null ? 'voided' : 'posted'
  return (
    <EmptyState title={t(`drafts.settled.${outcome}.title`)} detail={t(`drafts.settled.${outcome}.detail`)}>
      <Button
        variant="contained"
        component={Link}
        to={`/banking/${book.id}/entries?${entryId === null ? 'list=drafts' : `open=${entryId}`}`}
      >
        {t(`drafts.settled.${outcome}.action`)}
      </Button>
    </EmptyState>
  )
}

function EntryForm(given: {
  book: Book
  choices: Choices
  saved: Output<'ledger.get-draft'> | undefined
  onReadAgain: (revision: number) => void
}) {
  const { t } = useTranslation()
  const { book, choices, saved, onReadAgain } = given
  const day = useRef<HTMLInputElement>(null)
  const entry = useEntryDraft({
    book,
    accounts: choices.accounts,
    saved,
    onPosted: () => day.current?.focus(),
  })
  const { draft, problem, sides } = entry
  const { form, goOn } = useCells(entry.addLine)
  useEffect(() => day.current?.focus(), [])
  useEffect(() => {
    if (problem?.errors.length) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problem, form])
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault()
      entry.save()
      return
    }
    if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.altKey) openDetails(event.target)
    else if (event.ctrlKey || event.metaKey) void entry.post()
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
      {problem && (
        <Refused
          problem={problem}
          onAnother={entry.beginAnother}
          onReadAgain={() => onReadAgain(entry.kept.kept?.revision ?? 0)}
        />
      )}
      <EntryHead entry={entry} dayRef={day} />
      <Box sx={gridOf(hasCurrency)}>
        <Heads hasCurrency={hasCurrency} />
        {draft.lines.map((line, at) => (
          <EntryLine key={line.key} {...{ line, at, choices, entry, hasCurrency, goOn }} />
        ))}
      </Box>
      <EntryFoot sides={sides} error={entry.errorOfLines} />
      <EntryButtons entry={entry} />
    </Box>
  )
}

type EntryState = ReturnType<typeof useEntryDraft>

function EntryHead({
  entry,
  dayRef,
}: {
  entry: EntryState
  dayRef: React.RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '160px minmax(0, 560px)' }, gap: 4 }}>
      <Field label={t('banking.day')} error={errorAt(entry.problem, '/effectiveOn')}>
        {(ids) => (
          <DayField
            ids={ids}
            inputRef={dayRef}
            value={entry.draft.effectiveOn}
            isLaterOpen
            onChange={(effectiveOn) => entry.put({ effectiveOn })}
          />
        )}
      </Field>
      <TextField
        label={t('banking.memo')}
        maxLength={400}
        value={entry.draft.memo}
        onChange={(memo) => entry.put({ memo })}
        error={errorAt(entry.problem, '/memo')}
      />
    </Box>
  )
}

function EntryButtons({ entry }: { entry: EntryState }) {
  const { t } = useTranslation()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <Button type="submit" variant="contained" disabled={entry.isSending}>
        {entry.isSending ? t('settings.saving') : t('banking.post')}
      </Button>
      <Button variant="outlined" onClick={entry.save} disabled={entry.isSending}>
        {t('drafts.save')}
      </Button>
      <Button onClick={entry.addLine}>{t('banking.addLine')}</Button>
      {entry.kept.kept && (
        <VoidDraft draft={entry.kept.kept} memo={entry.draft.memo} onVoided={entry.beginAnother} />
      )}
      <Keys />
    </Box>
  )
}

/** Why it is not posted; where it waits, it is not typed over, and another one can be begun. */
function Refused(given: { problem: Problem; onAnother: () => void; onReadAgain: () => void }) {
  const { t } = useTranslation()
  const { problem, onAnother, onReadAgain } = given
  if (problem.errors.length > 0) return null
  const isHeld = heldAs(problem) !== undefined
  return (
    <>
      <ProblemNotice problem={problem} />
      {problem.code === DRAFT_CHANGED && (
        <div>
          <Button variant="outlined" onClick={onReadAgain}>
            {t('drafts.readAgain')}
          </Button>
        </div>
      )}
      {isHeld && (
        <div>
          <Button variant="outlined" onClick={onAnother}>
            {t('bookRules.another')}
          </Button>
        </div>
      )}
    </>
  )
}

const DRAFT_CHANGED = 'ledger.draft-changed'

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
      {t('banking.ctrlEnterPosts')} · <KeyCap>Ctrl</KeyCap> <KeyCap>S</KeyCap> {t('drafts.ctrlSSaves')} ·{' '}
      <KeyCap>Alt</KeyCap> <KeyCap>Enter</KeyCap> {t('drafts.altEnterOpens')}
    </Box>
  )
}

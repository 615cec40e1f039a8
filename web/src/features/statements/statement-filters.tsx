import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '#kernel/periods.ts'
import { Choice } from '../../design/choice.tsx'
import { TAB } from '../../design/tabs.ts'
import { Tick } from '../../design/tick.tsx'
import { DayFilter, FILTERS } from '../banking/list-body.tsx'
import { comparisonsOf, SPANS, SPANS_BY_DAY } from './days-of.ts'
import { METHODS } from './statement-words.ts'
import { useCurrencies } from './use-currencies.ts'
import type { StatementPlace } from './use-statement-place.ts'

/** Which statement, of which days, beside what, as known when, and in which currency. */
export function StatementFilters(given: {
  place: StatementPlace
  /** That of the book; undefined where several books are read. */
  bookCurrency: string | undefined
}) {
  const { t } = useTranslation()
  const { place, bookCurrency } = given
  const { kind, compare, usual, method, put } = place
  return (
    <Box component="search" sx={LINE}>
      <KindLinks place={place} />
      <DayChoice place={place} />
      <Choice
        label={t('statements.beside')}
        value={compare}
        isMarked={compare !== usual}
        options={comparisonsOf(kind).map((value) => ({
          value,
          label: t(
            value === 'before' && kind === 'balance-sheet'
              ? 'statements.monthBefore'
              : `statements.compare.${value}`,
          ),
        }))}
        onChange={(value) => put({ compare: value === usual ? '' : value })}
      />
      {kind === 'cash-flow' && (
        <Choice
          label={t('statements.methodTitle')}
          value={method}
          isMarked={method !== 'indirect'}
          options={METHODS.map((value) => ({ value, label: t(`statements.method.${value}`) }))}
          onChange={(value) => put({ method: value === 'indirect' ? '' : value })}
        />
      )}
      <CurrencyChoice place={place} bookCurrency={bookCurrency} />
      {kind === 'income-statement' && (
        <Tick
          label={t('budget.with')}
          isOn={place.isWithBudget}
          onChange={(isOn) => put({ budget: isOn ? 'true' : '' })}
        />
      )}
      {place.isOfBook && kind !== 'cash-flow' && (
        <Tick
          label={t('statements.onlyOfNoBusiness')}
          isOn={place.isOfNoBusiness}
          onChange={(isOn) => put({ none: isOn ? 'true' : '' })}
        />
      )}
      <KnownAt place={place} />
    </Box>
  )
}

/** Days and what they are set beside stay; only a balance sheet is set beside the end of a year. */
function KindLinks({ place: { kinds, kind, addressOf } }: { place: StatementPlace }) {
  const { t } = useTranslation()
  return (
    <Box component="nav" aria-label={t('statements.kindTitle')} sx={KIND_LINKS}>
      {kinds.map((one) => (
        <Box
          key={one}
          component={Link}
          to={addressOf({ kind: one === 'income-statement' ? '' : one })}
          aria-current={one === kind ? 'page' : undefined}
          sx={TAB}
        >
          {t(`statements.kind.${one}`)}
        </Box>
      ))}
    </Box>
  )
}

function DayChoice({ place: { kind, span, days, put } }: { place: StatementPlace }) {
  const { t } = useTranslation()
  const isOfDay = kind === 'balance-sheet'
  const shown = isOfDay ? (SPANS_BY_DAY.find((one) => one === span) ?? 'year-to-date') : span
  const choose = (value: string) => {
    if (value === 'own') put({ span: value, ...days })
    else put({ span: value === 'year-to-date' ? '' : value, from: '', to: '' })
  }
  return (
    <>
      <Choice
        label={t('statements.days')}
        value={shown}
        isMarked={shown !== 'year-to-date'}
        options={
          isOfDay
            ? SPANS_BY_DAY.map((value) => ({ value, label: t(`statements.endOf.${value}`) }))
            : SPANS.map((value) => ({ value, label: t(`statements.span.${value}`) }))
        }
        onChange={choose}
      />
      {span === 'own' && !isOfDay && (
        <DayFilter
          label={t('banking.from')}
          value={days.from}
          isLaterOpen
          onChange={(from) => put({ from })}
        />
      )}
      {span === 'own' && (
        <DayFilter
          label={isOfDay ? t('banking.upTo') : t('banking.to')}
          value={days.to}
          isLaterOpen
          onChange={(to) => put({ to })}
        />
      )}
    </>
  )
}

function CurrencyChoice(given: { place: StatementPlace; bookCurrency: string | undefined }) {
  const { t } = useTranslation()
  const { bookCurrency } = given
  const { currency, put } = given.place
  const others = useCurrencies([bookCurrency, currency]).filter((one) => one !== bookCurrency)
  const own = bookCurrency ? t('statements.ofTheBook', { currency: bookCurrency }) : t('statements.ofMost')
  return (
    <Choice
      label={t('banking.currency')}
      value={currency === bookCurrency ? '' : currency}
      isMarked={currency !== '' && currency !== bookCurrency}
      options={[{ value: '', label: own }, ...others.map((value) => ({ value, label: value }))]}
      onChange={(value) => put({ currency: value })}
    />
  )
}

function KnownAt({ place: { known, put } }: { place: StatementPlace }) {
  const { t } = useTranslation()
  if (known === '') {
    return (
      <Button className="known" onClick={() => put({ known: today() })}>
        {t('banking.asKnown')}
      </Button>
    )
  }
  return (
    <>
      <DayFilter label={t('banking.knownAtEndOf')} value={known} onChange={(day) => put({ known: day })} />
      <Button className="known" onClick={() => put({ known: '' })}>
        {t('banking.asKnownNow')}
      </Button>
    </>
  )
}

const LINE = {
  ...FILTERS,
  // Days have their name above them on phones: what stands beside them ends where they do.
  alignItems: { xs: 'flex-end', sm: 'center' },
  '& > .MuiInputBase-root': { flex: { xs: '1 1 40%', sm: 'none' }, width: { xs: 'auto', sm: 176 } },
  '& > .known': { ml: { xs: 0, sm: -1 } },
} as const

const KIND_LINKS = {
  flex: { xs: '1 0 100%', lg: 'none' },
  display: 'flex',
  gap: { xs: 4, sm: 5 },
  height: 32,
  mr: { lg: 4 },
  overflowX: 'auto',
  '@media (pointer: coarse)': { height: 44 },
} as const

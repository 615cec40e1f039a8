import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDecimal, formatMoney } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { isNothing } from './change-of.ts'
import { columnTitle } from './days-of.ts'
import type { Statement } from './statement-words.ts'

const RATES_SHOWN = 12

/** What must hold and whether it does, and the rates that figures were told at. */
export function StatementFoot({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const { checks, rates } = statement
  if (checks.length === 0 && rates.length === 0) return null
  return (
    <Box sx={FOOT}>
      {checks.length > 0 && (
        <Box component="ul" aria-label={t('statements.checks')} sx={LIST}>
          {checks.map((check) => (
            <Check key={check.key} check={check} statement={statement} />
          ))}
        </Box>
      )}
      {rates.length > 0 && <Rates rates={rates} currency={statement.currency} />}
    </Box>
  )
}

function Check(given: { check: Statement['checks'][number]; statement: Statement }) {
  const { t } = useTranslation()
  const { label, isMet, differences } = given.check
  const { columns, currency } = given.statement
  const off = differences.flatMap((amount, at) => {
    const column = columns[at]
    if (!column || isNothing(amount)) return []
    return t('statements.offBy', { column: columnTitle(column), amount: formatMoney(amount, currency) })
  })
  return (
    <Box component="li" sx={{ ...LINE, color: isMet ? 'success.main' : 'error.main' }}>
      <Icon name={isMet ? 'check' : 'warning'} size={14} />
      <span>
        {label}
        {isMet ? '' : ` · ${[t('statements.notMet'), ...off].join(' · ')}`}
      </span>
    </Box>
  )
}

/** An average is told with the day up to which it was made. */
export function Rates({ rates, currency }: Pick<Statement, 'rates' | 'currency'>) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rates : rates.slice(0, RATES_SHOWN)
  return (
    <Box component="section" aria-label={t('statements.rates')}>
      <Box sx={{ fontWeight: 500, mb: 1 }}>{t('statements.ratesTitle', { currency })}</Box>
      <Box component="table" aria-label={t('statements.rates')} sx={RATES}>
        <thead>
          <tr>
            <th scope="col">{t('rates.pair')}</th>
            <th scope="col">{t('rates.rate')}</th>
            <th scope="col">{t('statements.rateKind')}</th>
            <th scope="col">{t('banking.day')}</th>
            <th scope="col">{t('rates.source')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ from, to, rate, kind, on, source }) => (
            <tr key={`${from} ${to} ${kind} ${on}`}>
              <td>{t('statements.pair', { from, to })}</td>
              <td>{formatDecimal(rate)}</td>
              <td>{t(`statements.rate.${kind}`)}</td>
              <td>{on}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      {shown.length < rates.length && (
        <Button onClick={() => setWhole(true)}>
          {t('statements.moreRates', { count: rates.length - shown.length })}
        </Button>
      )}
    </Box>
  )
}

export const FOOT = {
  display: 'grid',
  gap: 4,
  px: { xs: 4, sm: 6 },
  py: 4,
  fontSize: 12,
  lineHeight: '16px',
} as const
export const LIST = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 } as const
export const LINE = { display: 'flex', alignItems: 'flex-start', gap: 2 } as const
export const RATES = {
  borderCollapse: 'collapse',
  fontFeatureSettings: "'tnum', 'zero'",
  '& th, & td': { py: 1, pr: 4, textAlign: 'left', verticalAlign: 'top', fontWeight: 400 },
  '& th': { color: 'text.secondary' },
  '& td': { borderTop: '1px solid var(--mui-palette-divider)', overflowWrap: 'anywhere' },
} as const

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Row } from '../../api.ts'
import { formatDay } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { Sentence } from '../../design/sentence.tsx'
import { May } from '../identity/may.tsx'
import { whereMended } from './where-mended.ts'
import { PairActions } from './pair-actions.tsx'

export type Exception = Row<'exceptions.list-exceptions'>

export function ExceptionRows({ rows }: { rows: Exception[] | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('exceptions.list')}
      columns={[
        { key: 'what', title: t('exceptions.what') },
        { key: 'where', title: t('exceptions.where') },
        { key: 'since', title: t('exceptions.since'), isWideOnly: true },
        { key: 'do', title: t('exceptions.do') },
      ]}
    >
      {rows?.map((one) => (
        <tr key={`${one.rule} ${one.subjectId} ${one.otherId}`}>
          <td>
            <Says of={one} />
            <Box sx={SECOND_LINE}>{one.title}</Box>
          </td>
          <td>
            <Place of={one} />
          </td>
          <Box component="td" sx={{ ...WIDE_ONLY, color: 'text.secondary' }}>
            {one.since ? formatDay(one.since) : '—'}
          </Box>
          <Box component="td" sx={BUTTON_CELL}>
            {one.rule === 'businesses.duplicates' && one.otherId !== null && (
              <Box sx={PAIR}>
                <May permission="businesses.write">
                  <PairActions pair={{ businessId: one.subjectId, otherId: one.otherId }} />
                </May>
              </Box>
            )}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

/** What is mended on a screen of its own leads there, for whoever may read it. */
function Says({ of: { rule, says, subjectId, opens } }: { of: Exception }) {
  const to = opens ? whereMended(rule, subjectId) : undefined
  if (to === undefined)
    return (
      <Box sx={SAYS}>
        <Sentence>{says}</Sentence>
      </Box>
    )
  return (
    <Box component={Link} to={to} sx={{ ...SAYS, ...NAME, display: 'block', fontWeight: 400 }}>
      <Sentence>{says}</Sentence>
    </Box>
  )
}

function Place({ of: { business, entity } }: { of: Exception }) {
  return (
    <>
      {business?.opens && (
        <Box component={Link} to={`/businesses/${business.id}`} sx={NAME}>
          {business.name}
        </Box>
      )}
      {business && !business.opens && <Box sx={NAMED}>{business.name}</Box>}
      {entity && <Box sx={business ? SECOND_LINE : NAMED}>{entity.name}</Box>}
    </>
  )
}

/** On a phone below each other: beside them the sentence would be a column of syllables. */
const PAIR = {
  display: 'flex',
  flexDirection: { xs: 'column', sm: 'row' },
  // Buttons of such a cell reach over its edges; one below the other they would cover each other.
  rowGap: { xs: '24px', sm: 0 },
  alignItems: 'flex-end',
  justifyContent: 'flex-end',
} as const
const SAYS = { maxWidth: 640, textWrap: 'pretty' } as const
const NAMED = { fontWeight: 500 } as const
const NAME = { ...NAMED, textDecoration: 'none', '&:hover': { color: 'primary.main' } } as const

import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { usePages, type Input } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { formatCount } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import type { Check } from './said.ts'

type Place = NonNullable<Input<'migration.import-books'>['places']>[number]

const OVERHEAD = 'overhead'

/** Classes, tracking options and cost centres, each as one of the entity's businesses or as overhead. */
export function WordRows({ check, onChoose }: { check: Check; onChoose: (place: Place) => void }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'word', title: t('migration.word') },
    { key: 'becomes', title: t('migration.becomes') },
    { key: 'lines', title: t('migration.lines'), isNumber: true },
  ]
  return (
    <Box component="section" aria-label={t('migration.words')} sx={{ pb: 4 }}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 2 }}>
        {t('migration.words')}
      </Typography>
      <LedgerRows label={t('migration.words')} columns={columns}>
        {check.words.map((one) => (
          <tr key={`${one.company} ${one.word}`}>
            <td>
              {one.word}
              <Box sx={SECOND_LINE}>{one.company}</Box>
            </td>
            <td>
              <WordChoice
                word={one}
                entityId={check.companies.find(({ company }) => company === one.company)?.entity?.id}
                onChoose={onChoose}
              />
            </td>
            <Box component="td" sx={{ '&&': { textAlign: { sm: 'right' } } }}>
              {formatCount(one.lines)}
            </Box>
          </tr>
        ))}
      </LedgerRows>
    </Box>
  )
}

function WordChoice(given: {
  word: Check['words'][number]
  entityId: string | undefined
  onChoose: (place: Place) => void
}) {
  const { t } = useTranslation()
  const { word, entityId, onChoose } = given
  const list = usePages('businesses.list-businesses', {
    limit: 200,
    ...(entityId !== undefined && { entityId }),
  })
  const { rows } = useWhole(list)
  const options = [
    { value: '', label: t('migration.choosePlace') },
    { value: OVERHEAD, label: t('migration.overhead') },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Choice
      label={t('migration.wordBecomes', { word: word.word, company: word.company })}
      value={word.isOverhead ? OVERHEAD : (word.businessId ?? '')}
      isMarked={!word.isOverhead && word.businessId === null}
      options={options}
      onChange={(chosen) => {
        if (chosen !== '')
          onChoose({
            company: word.company,
            word: word.word,
            businessId: chosen === OVERHEAD ? null : chosen,
          })
      }}
    />
  )
}

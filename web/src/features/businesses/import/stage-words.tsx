import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { STAGES, isStage, type Stage } from '../stages.ts'
import type { Output } from '../../../api.ts'

/** Each word that the file has for a stage, and which of ours it means. */
export function StageWords(given: {
  words: Output<'businesses.import-businesses'>['stageWords']
  onChange: (word: string, stage: Stage) => void
}) {
  const { t } = useTranslation()
  const stages = STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))
  return (
    <LedgerRows
      label={t('import.stages')}
      columns={[
        { key: 'word', title: t('import.word') },
        { key: 'rows', title: t('import.wordRows') },
        { key: 'means', title: t('import.means') },
      ]}
    >
      {given.words.map(({ word, stage, rows }) => (
        <tr key={word}>
          <Box component="td" sx={{ fontWeight: 500 }}>
            {word}
          </Box>
          <Box component="td" sx={{ color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}>
            {t('import.rowsWithIt', { count: rows })}
          </Box>
          <Box component="td" sx={{ width: { sm: 176 }, mt: { xs: 1 }, '&&': { py: { sm: '6px' } } }}>
            <Choice
              label={t('import.meansOf', { word })}
              value={stage ?? ''}
              isMarked={stage === null}
              options={stage === null ? [{ value: '', label: t('import.unsaid') }, ...stages] : stages}
              onChange={(value) => isStage(value) && given.onChange(word, value)}
            />
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

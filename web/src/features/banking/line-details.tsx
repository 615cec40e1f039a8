import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Chooser } from '../../design/chooser.tsx'
import { useAllRows } from '../businesses/use-all-rows.ts'
import type { LineDraft } from './entry-draft.ts'
import { LineCell, TextCell } from './line-cell.tsx'

/** What few lines need: the entity of the studio on the other side, who else is there, and tags. */
export function LineDetails(given: {
  line: LineDraft
  /** The entity of the book is never its own partner. */
  ownEntityId: string
  put: (change: Partial<LineDraft>) => void
  error: (...fields: string[]) => string | undefined
  goOn: (from: HTMLElement) => void
}) {
  const { t } = useTranslation()
  const { line, ownEntityId, put, error, goOn } = given
  const { rows } = useAllRows('entities.list-entities')
  const partners = rows.filter(({ id }) => id !== ownEntityId)
  return (
    <Box className="details" sx={DETAILS}>
      <LineCell label={t('drafts.partner')} error={error('partnerEntityId')}>
        {(ids) => (
          <Chooser
            label={t('drafts.partner')}
            ids={ids}
            value={line.partner}
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(partner) => put({ partner })}
            onTaken={goOn}
          />
        )}
      </LineCell>
      <TextCell
        label={t('drafts.counterparty')}
        maxLength={200}
        value={line.counterparty}
        onChange={(counterparty) => put({ counterparty })}
        error={error('counterparty')}
      />
      <TextCell
        label={t('drafts.tags')}
        hint={t('drafts.tagsHint')}
        maxLength={800}
        value={line.tags}
        onChange={(tags) => put({ tags })}
        error={error('tags', ...TAG_PLACES)}
      />
    </Box>
  )
}

/** A line has twenty at most, and what is wrong with one of them is told at the field. */
const TAG_PLACES = Array.from({ length: 21 }, (_none, at) => `tags/${at}`)

const DETAILS = {
  gridColumn: '1 / -1',
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' },
  gap: 2,
  pl: { sm: 4 },
  pb: 2,
  '&& .label': { display: 'block' },
} as const

import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { usePages, type Row } from '../../api.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { formatInstant } from '../../design/format.ts'
import { ChangeTable } from '../approvals/change-table.tsx'
import { AuditActor } from '../settings/audit-actor.tsx'
import { wordsOf } from '../settings/audit-words.ts'
import { useDoorWords } from '../settings/use-door-words.ts'
import { PanelPages } from '../businesses/panel-pages.tsx'
import { useAllRows } from '../businesses/use-all-rows.ts'

type Happening = Row<'subjects.list-timeline'>

/** All that happened to it, the newest first: who, by which operation and door, and what changed. */
export function SubjectTimeline({ subjectId }: { subjectId: string }) {
  const { t } = useTranslation()
  const list = usePages('subjects.list-timeline', { subjectId, limit: 20 })
  const { rows: entities } = useAllRows('entities.list-entities')
  const { rows: categories } = useAllRows('businesses.list-categories')
  const { rows: owners } = useAllRows('businesses.list-owners')
  const names = new Map([...entities, ...categories, ...owners].map(({ id, name }) => [id, name]))
  return (
    <PanelPages title={t('business.timeline')} loading={t('business.timelineLoading')} list={list}>
      {list.rows?.map((one) => (
        <TimelineLine key={one.id} happening={one} names={names} />
      ))}
    </PanelPages>
  )
}

function TimelineLine({ happening, names }: { happening: Happening; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation()
  const doorWords = useDoorWords()
  const { at, actor, onBehalfOf, operation, type, door, before, after } = happening
  // Of a comment it tells that, and of a file which: their ids are nothing to read.
  const isOfTalk = /^(comments|attachments)\./.test(type)
  const file = isOfTalk ? (after ?? before)?.['name'] : undefined
  const words = wordsOf(operation ?? type)
  const what = typeof file === 'string' ? `${words} “${file}”` : words
  return (
    <Box
      component="li"
      sx={{ px: 5, py: 3, fontSize: 13, borderTop: '1px solid var(--mui-palette-divider)' }}
    >
      <AuditActor actor={actor}>
        <Box sx={SECOND_LINE}>
          {door ? t('business.by', { operation: what, door: doorWords(door) }) : what}
          {onBehalfOf?.name && ` · ${t('business.onBehalfOf', { who: onBehalfOf.name })}`}
          {` · ${formatInstant(at)}`}
        </Box>
      </AuditActor>
      {before && !isOfTalk && (
        <ChangeTable label={t('business.changes')} before={before} after={after} names={names} />
      )}
    </Box>
  )
}

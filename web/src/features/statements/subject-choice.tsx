import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Chooser } from '../../design/chooser.tsx'
import type { Book } from '../banking/banking-words.ts'
import { FILTERS } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useAllRows, useWhole } from '../businesses/use-all-rows.ts'
import type { Subject } from './statement-words.ts'

const OF = ['entity', 'business', 'category'] as const
type Of = (typeof OF)[number]

/** What an id in the address is the statement of. */
export function subjectOf(id: string): Subject | undefined {
  if (id.startsWith('bok_')) return { bookId: id }
  if (id.startsWith('biz_')) return { businessId: id }
  return id.startsWith('cat_') ? { categoryId: id } : undefined
}

/** First of what kind it is, and then which one, found by typing. */
export function SubjectChoice({ books, subject }: { books: Book[]; subject: Subject | undefined }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const of = kindOf(subject) ?? OF.find((one) => one === get('of')) ?? 'entity'
  const id = subject ? (Object.values(subject)[0] ?? '') : ''
  const choose = (value: string) => put({ of, id: value })
  return (
    <Box component="search" sx={FILTERS}>
      <Choice
        label={t('statements.of')}
        value={of}
        options={OF.map((value) => ({ value, label: t(`statements.subject.${value}`) }))}
        // Of another subject there may not be the same kind, and other days may be empty: both begin anew.
        onChange={(value) => put({ of: value, id: '', kind: '', method: '', currency: '', none: '' })}
      />
      <Box sx={{ width: { xs: '100%', sm: 320 } }}>
        {of === 'entity' && <BookChooser {...{ books, id }} onChange={choose} />}
        {of === 'business' && <BusinessChooser id={id} onChange={choose} />}
        {of === 'category' && <CategoryChooser id={id} onChange={choose} />}
      </Box>
    </Box>
  )
}

function kindOf(subject: Subject | undefined): Of | undefined {
  if (!subject) return undefined
  if ('bookId' in subject) return 'entity'
  return 'businessId' in subject ? 'business' : 'category'
}

interface Given {
  id: string
  onChange: (id: string) => void
}

function BookChooser({ books, id, onChange }: Given & { books: Book[] }) {
  const { t } = useTranslation()
  const options = useMemo(() => books.map((book) => ({ value: book.id, label: book.entity.name })), [books])
  return <Chooser label={t('statements.which.entity')} value={id} options={options} onChange={onChange} />
}

function BusinessChooser({ id, onChange }: Given) {
  const { t } = useTranslation()
  const { rows } = useWhole(usePages('businesses.list-businesses', { limit: 200 }))
  const options = useMemo(() => rows.map((one) => ({ value: one.id, label: one.name })), [rows])
  return <Chooser label={t('statements.which.business')} value={id} options={options} onChange={onChange} />
}

function CategoryChooser({ id, onChange }: Given) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-categories')
  const options = useMemo(() => rows.map((one) => ({ value: one.id, label: one.name })), [rows])
  return <Chooser label={t('statements.which.category')} value={id} options={options} onChange={onChange} />
}

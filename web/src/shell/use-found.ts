import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useRead, type Output } from '../api.ts'
import type { IconName } from '../design/icon.tsx'
import { isStage } from '../features/businesses/stages.ts'

const FOUND_MAX = 12

/** A line of the palette. */
export interface Item {
  key: string
  label: string
  icon: IconName
  note?: string
  run: () => void
}

type Hit = Output<'search.search-everything'>['items'][number]

const PLACES: Record<string, (id: string) => string> = {
  account: (id) => `/banking/accounts/${id}`,
  book: (id) => `/banking/${id}`,
  entry: (id) => `/banking/entries/${id}`,
  business: (id) => `/businesses/${id}`,
  category: (id) => `/businesses?category=${id}`,
  entity: (id) => `/businesses/entities/${id}`,
  kpi: (id) => `/businesses/kpis/${id}`,
  person: (id) => `/settings/people?person=${id}`,
}

/** Whatever has these words in its name or is described so, or has them as its id, as far as it has a screen. */
export function useFound(words: string): { items: Item[]; isFetching: boolean } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, isFetching } = useRead(
    'search.search-everything',
    { words, limit: FOUND_MAX },
    { skip: words === '' },
  )
  const noteOf = ({ kind, detail }: Hit) => {
    const what = isKind(kind) ? t(`palette.kind.${kind}`) : kind
    const told = detail !== null && isStage(detail) ? t(`stage.${detail}`) : detail
    return told === null ? what : `${what} · ${told}`
  }
  const hits = words === '' ? [] : (data?.items ?? [])
  const items = hits.flatMap((hit) => {
    const place = PLACES[hit.kind]
    if (!place) return []
    const { id, title } = hit
    return {
      key: id,
      label: title,
      icon: 'chevron' as const,
      note: noteOf(hit),
      run: () => void navigate(place(id)),
    }
  })
  return { items, isFetching }
}

const KINDS = ['account', 'book', 'business', 'category', 'entity', 'entry', 'kpi', 'person'] as const

function isKind(kind: string): kind is (typeof KINDS)[number] {
  return KINDS.some((one) => one === kind)
}

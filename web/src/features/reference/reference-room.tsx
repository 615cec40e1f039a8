import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../design/page-header.tsx'
import { SearchField } from '../../design/search-field.tsx'
import { MONO } from '../../design/theme.ts'
import type { OperationDoc } from './open-api.ts'
import { OperationEntry } from './operation-entry.tsx'
import { useOpenApi } from './use-open-api.ts'

/** The catalogue as this server serves it, by module. */
export function ReferenceRoom() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const words = query.get('q') ?? ''
  const { operations, hasFailed } = useOpenApi()
  const search = useCallback((q: string) => setQuery(q ? { q } : {}, { replace: true }), [setQuery])
  const found = operations?.filter((operation) => fits(operation, words))
  return (
    <>
      <PageHeader
        title={t('reference.title')}
        note={
          found && (
            <Typography
              variant="caption"
              component="output"
              sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}
            >
              {t('reference.total', { count: found.length })}
            </Typography>
          )
        }
      >
        <Box
          component="a"
          href="/api/v1/openapi.json"
          sx={{
            fontSize: 13,
            color: 'primary.main',
            whiteSpace: 'nowrap',
            display: { xs: 'none', sm: 'block' },
          }}
        >
          {t('reference.document')}
        </Box>
      </PageHeader>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '256px minmax(0, 1fr)' } }}
      >
        <Box sx={{ borderRight: { md: '1px solid var(--mui-palette-divider)' } }}>
          <Box
            sx={{
              position: { md: 'sticky' },
              top: 0,
              maxHeight: { md: 'calc(100dvh - 48px)' },
              overflowY: { md: 'auto' },
            }}
          >
            <Box
              component="search"
              sx={{ px: { xs: 4, sm: 6 }, py: 2, borderBottom: '1px solid var(--mui-palette-divider)' }}
            >
              <SearchField label={t('reference.search')} value={words} onChange={search} />
            </Box>
            <Contents operations={found ?? []} />
          </Box>
        </Box>
        <Box sx={{ minWidth: 0, bgcolor: 'background.paper' }}>
          {hasFailed && <Note>{t('reference.unreadable')}</Note>}
          {!operations && !hasFailed && <Skeleton height={160} sx={{ m: 6 }} />}
          {found && words === '' && <Note>{t('reference.intro')}</Note>}
          {found?.length === 0 && <Note>{t('reference.nothing', { words })}</Note>}
          {found?.map((operation) => (
            <OperationEntry key={operation.name} operation={operation} />
          ))}
        </Box>
      </Box>
    </>
  )
}

function Contents({ operations }: { operations: OperationDoc[] }) {
  const { t } = useTranslation()
  const modules = [...new Set(operations.map(({ module }) => module))]
  return (
    <Box
      component="nav"
      aria-label={t('reference.contents')}
      sx={{ display: { xs: 'none', md: 'block' }, pb: 6 }}
    >
      {modules.map((module) => (
        <Box key={module} sx={{ pt: 4 }}>
          <Box sx={{ px: 6, pb: 1, fontSize: 11, fontWeight: 500, color: 'text.secondary' }}>{module}</Box>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {operations
              .filter((operation) => operation.module === module)
              .map(({ name }) => (
                <li key={name}>
                  <Box component="a" href={`#${name}`} sx={CONTENTS_LINK}>
                    {name.slice(module.length + 1)}
                  </Box>
                </li>
              ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <Typography variant="body1" sx={{ px: { xs: 4, sm: 6 }, py: 5, maxWidth: 640, color: 'text.secondary' }}>
      {children}
    </Typography>
  )
}

function fits({ name, path, summary }: OperationDoc, words: string): boolean {
  const text = `${name} ${path} ${summary}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const CONTENTS_LINK = {
  display: 'block',
  px: 6,
  fontFamily: MONO,
  fontSize: 12,
  lineHeight: '28px',
  textDecoration: 'none',
  color: 'text.secondary',
  '&:hover': { color: 'text.primary', bgcolor: 'background.paper' },
  '&:focus-visible': { outlineOffset: -2 },
} as const

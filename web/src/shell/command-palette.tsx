import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import { Command } from 'cmdk'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { focusOnMount } from '../design/focus-on-mount.ts'
import { Icon } from '../design/icon.tsx'
import { KeyCap } from '../design/key-cap.tsx'
import { useChoose } from '../preferences/use-choose.ts'
import { THEMES } from './themes.ts'
import { COMMAND_STYLE } from './command-style.ts'
import type { Overlay } from './overlay.ts'
import { useFound, type Item } from './use-found.ts'
import { useBankingPlaces } from '../features/banking/use-banking-places.ts'
import { useMay } from '../features/identity/use-may.ts'
import { useRooms } from './use-rooms.ts'
import { useSignOut } from './use-sign-out.ts'

/** Everything that can be reached or done from anywhere, and everything that has a name or an id. */
export function CommandPalette({
  onClose,
  onOpen,
}: {
  onClose: () => void
  onOpen: (overlay: Overlay) => void
}) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const groups = useCommands(onOpen)
  const found = useFound(wanted)
  const shown = [
    ...groups.map(({ heading, items }) => ({
      heading,
      items: items.filter(({ label }) => fits(label, words)),
    })),
    { heading: t('palette.found'), items: found.items },
  ].filter(({ items }) => items.length > 0)
  const isEmpty = shown.length === 0 && !found.isFetching
  return (
    <Dialog
      open
      onClose={onClose}
      aria-label={t('palette.label')}
      slotProps={{ paper: { sx: COMMAND_STYLE }, container: { sx: { alignItems: 'flex-start' } } }}
    >
      <Command label={t('palette.label')} shouldFilter={false} loop>
        <Command.Input
          ref={focusOnMount}
          value={words}
          onValueChange={setWords}
          placeholder={t('palette.placeholder')}
          maxLength={200}
        />
        <Command.List label={t('palette.label')}>
          {isEmpty && <output>{t('palette.nothing', { words })}</output>}
          {shown.map(({ heading, items }) => (
            <Command.Group key={heading} heading={heading}>
              {items.map(({ key, label, icon, note, run }) => (
                <Command.Item
                  key={key}
                  value={key}
                  onSelect={() => {
                    onClose()
                    run()
                  }}
                >
                  <Icon name={icon} />
                  <span>{label}</span>
                  {note && <small>{note}</small>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
      <Hints />
    </Dialog>
  )
}

function useCommands(onOpen: (overlay: Overlay) => void): { heading: string; items: Item[] }[] {
  const { t } = useTranslation()
  return [
    { heading: t('palette.goTo'), items: usePlaces() },
    { heading: t('palette.actions'), items: useActions(onOpen) },
  ]
}

/** A place is a link with a name. */
function usePlaces(): Item[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const rooms = useRooms().map(({ key, path, icon }) => ({ key, path, icon, label: t(`rooms.${key}`) }))
  const books = useBankingPlaces().map(({ key, to, title }) => ({
    key: `banking-${key}`,
    path: to,
    icon: 'banking' as const,
    label: title,
  }))
  const businesses = [
    { key: 'overview', path: '/businesses/overview', icon: 'businesses', label: t('overview.title') },
    { key: 'compare', path: '/businesses/compare', icon: 'businesses', label: t('compare.title') },
    { key: 'entities', path: '/businesses/entities', icon: 'businesses', label: t('businesses.entities') },
    { key: 'archived', path: '/businesses?archived=true', icon: 'archive', label: t('palette.archived') },
  ] as const
  return [...rooms, ...businesses, ...books].map(({ path, ...item }) =>
    Object.assign(item, { run: () => void navigate(path) }),
  )
}

function useActions(onOpen: (overlay: Overlay) => void): Item[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const choose = useChoose()
  const signOut = useSignOut()
  const [mayPost, mayWrite, mayFound] = [
    useMay('ledger.post'),
    useMay('businesses.write'),
    useMay('entities.write'),
  ]
  const go = (path: string) => () => void navigate(path)
  const importBooks: Item[] = [
    { key: 'import-books', label: t('migration.title'), icon: 'upload', run: go('/banking/import') },
  ]
  const businesses: Item[] = [
    { key: 'new-business', label: t('palette.newBusiness'), icon: 'plus', run: go('/businesses/new') },
    {
      key: 'import',
      label: t('palette.importBusinesses'),
      icon: 'upload',
      run: go('/businesses/import'),
    },
  ]
  const entity: Item[] = [
    {
      key: 'new-entity',
      label: t('palette.newEntity'),
      icon: 'plus',
      run: go('/businesses/entities?new=true'),
    },
  ]
  return [
    ...(mayWrite ? businesses : []),
    ...(mayPost ? importBooks : []),
    ...(mayFound ? entity : []),
    ...THEMES.map(({ mode, icon }) => ({
      key: `theme-${mode}`,
      label: t('palette.theme', { theme: t(`theme.${mode}`) }),
      icon,
      run: () => void choose({ theme: mode }),
    })),
    { key: 'api', label: t('apiView.open'), icon: 'reference', run: () => onOpen('api') },
    { key: 'shortcuts', label: t('nav.shortcuts'), icon: 'keyboard', run: () => onOpen('shortcuts') },
    { key: 'sign-out', label: t('nav.signOut'), icon: 'signOut', run: () => void signOut() },
  ]
}

function fits(label: string, words: string): boolean {
  const text = label.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function Hints() {
  const { t } = useTranslation()
  return (
    <Box
      sx={{
        display: { xs: 'none', sm: 'flex' },
        gap: 4,
        px: 4,
        py: 2,
        fontSize: 11,
        lineHeight: '16px',
        color: 'text.secondary',
        borderTop: '1px solid var(--mui-palette-divider)',
      }}
    >
      <span>
        <KeyCap>↓</KeyCap> <KeyCap>↑</KeyCap> {t('palette.moves')}
      </span>
      <span>
        <KeyCap>Enter</KeyCap> {t('palette.opens')}
      </span>
      <span>
        <KeyCap>Esc</KeyCap> {t('palette.closes')}
      </span>
    </Box>
  )
}

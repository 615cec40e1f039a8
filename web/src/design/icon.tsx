import Box from '@mui/material/Box'

/** Drawn on a grid of 16 with strokes of 1.25: our own, so that one weight runs through all of them. */
const PATHS = {
  home: 'M2.5 7.5 8 3l5.5 4.5M4 6.5v6.5h8V6.5M6.75 13V9.5h2.5V13',
  businesses: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h7M6 3.5v9',
  analytics: 'M2.5 2.5v11h11M5 10l2.5-3 2.5 1.5 3-4.5',
  banking: 'M2 6 8 2.5 14 6M3.5 6v5.5M6.5 6v5.5M9.5 6v5.5M12.5 6v5.5M2 13.5h12',
  finance: 'M2.5 3.5h6M2.5 8h6M2.5 12.5h6M11 3.5h2.5M11 8h2.5M11 11.5h2.5M11 13.5h2.5',
  ventures: 'M2.5 3h3v10h-3zM6.5 3h3v7h-3zM10.5 3h3v4.5h-3z',
  approvals: 'M2.5 3h11v10h-11zM5.5 8l2 2 3.5-4',
  bell: 'M3.5 11.5c1-1 1.25-2 1.25-4.25a3.25 3.25 0 0 1 6.5 0c0 2.25.25 3.25 1.25 4.25h-9ZM6.75 13.5h2.5M8 4V2.5',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 5v3l2 1.5',
  runs: 'M2.5 4h7M2.5 8h4M2.5 12h4M9.5 7.5v5l4-2.5-4-2.5Z',
  health: 'M1.5 8.5h3L6.5 3l3 10 2-4.5h3',
  reference: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4M9 3 7 13',
  more: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.25 10.25 13.5 13.5',
  plus: 'M8 3v10M3 8h10',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5 6.5 12 13 4.5',
  archive: 'M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 9h3',
  restore: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3',
  edit: 'M3 13l.6-2.8 7.3-7.3 2.2 2.2-7.3 7.3L3 13Z',
  sun: 'M8 10.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z',
  system: 'M2 3.5h12v7.5H2zM5.5 13.5h5M8 11v2.5',
  language:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2.5 6h11M2.5 10h11M8 2c-3.2 3.4-3.2 8.6 0 12M8 2c3.2 3.4 3.2 8.6 0 12',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.25h6',
  signOut: 'M9.5 5V3h-7v10h7v-2M6 8h8M11.5 5.5 14 8l-2.5 2.5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  external: 'M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  download: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M2.5 13.5h11',
  upload: 'M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 13.5h11',
  passkey: 'M5.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8.5 7.5h6M14 7.5v2.5M11.5 7.5v2',
  settings: 'M2 4.5h6M11 4.5h3M9.5 3v3M2 11.5h3M8 11.5h6M6.5 10v3',
  warning: 'M8 2.5 14.5 13.5h-13L8 2.5ZM8 6.5v3.5M8 11.75v.01',
} as const

export type IconName = keyof typeof PATHS

/** Decoration beside words; a control that shows nothing else needs an `aria-label` of its own. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 16 16"
      aria-hidden
      focusable="false"
      sx={{ width: size, height: size, flex: 'none', display: 'block' }}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.25}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </Box>
  )
}

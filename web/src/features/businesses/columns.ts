/** What the list can show beside the name; which, and in which order, stands in the address. */
export const LIST_COLUMNS = [
  'stage',
  'health',
  'entity',
  'category',
  'owner',
  'in-stage',
  'updated',
  'created',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

export const DEFAULT_COLUMNS: readonly ListColumn[] = ['stage', 'health', 'entity', 'category', 'updated']

const WIDTHS: Record<ListColumn, string> = {
  stage: '128px',
  health: '104px',
  entity: 'minmax(112px, 1.1fr)',
  category: 'minmax(104px, 1fr)',
  owner: 'minmax(104px, 1fr)',
  'in-stage': '80px',
  updated: '88px',
  created: '88px',
}

/** So many have room beside an open business, and on a middling screen. */
const NARROW = 3
const MIDDLING = 5
const BEFORE_THEM = ['16px', 'minmax(160px, 2.2fr)']

/** The ruled columns of the list. Container queries drop the last ones where there is no room for them. */
export function columnsStyle(columns: readonly ListColumn[], { isArchive }: { isArchive: boolean }) {
  return {
    display: 'grid',
    gridTemplateColumns: template(columns, isArchive),
    columnGap: 4,
    alignItems: 'center',
    px: { xs: 4, sm: 6 },
    borderBottom: '1px solid var(--mui-palette-divider)',
    '@container (max-width: 1080px)': firstOf(columns, MIDDLING, isArchive),
    '@container (max-width: 800px)': firstOf(columns, NARROW, isArchive),
  } as const
}

/** In the archive a way back stands behind all of them, whatever has no room. */
function firstOf(columns: readonly ListColumn[], most: number, isArchive: boolean) {
  const dropped = `& > :nth-of-type(n + ${BEFORE_THEM.length + most + 1})`
  return {
    gridTemplateColumns: template(columns.slice(0, most), isArchive),
    [isArchive ? `${dropped}:not(:last-of-type)` : dropped]: { display: 'none' },
  }
}

function template(columns: readonly ListColumn[], isArchive: boolean): string {
  return [...BEFORE_THEM, ...columns.map((column) => WIDTHS[column]), ...(isArchive ? ['88px'] : [])].join(
    ' ',
  )
}

export const CLIPPED = {
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const

/** A line of cells on a desk; on a phone each line is a block of its own, with a label in every cell. */
export function gridOf(hasCurrency: boolean) {
  const columns = [
    'minmax(0, 3fr)',
    ...(hasCurrency ? ['64px'] : []),
    'minmax(80px, 112px)',
    'minmax(80px, 112px)',
    'minmax(0, 1.4fr)',
    'minmax(0, 1.4fr)',
    '64px',
  ].join(' ')
  return {
    '& .heads, & .line': {
      gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: columns },
      gap: 2,
    },
    '& .heads': {
      display: { xs: 'none', sm: 'grid' },
      pb: 1,
      fontSize: 11,
      lineHeight: '16px',
      fontWeight: 500,
      color: 'text.secondary',
      '& .number': { textAlign: 'right' },
    },
    '& .line': {
      display: 'grid',
      minWidth: 0,
      m: 0,
      px: 0,
      border: 0,
      py: { xs: 3, sm: 1 },
      borderTop: '1px solid var(--mui-palette-divider)',
      '&:last-of-type': { borderBottom: '1px solid var(--mui-palette-divider)' },
    },
    '& .whole': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
    '& .label': { display: { sm: 'none' }, fontSize: 11, lineHeight: '16px', color: 'text.secondary' },
    '& .number input': { textAlign: 'right', fontFeatureSettings: "'tnum', 'zero'" },
  } as const
}

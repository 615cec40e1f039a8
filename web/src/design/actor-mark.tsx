import Box from '@mui/material/Box'

/** A circle is a person, a square is anything that acts by itself: everywhere. */
export function ActorMark({ name, isPerson, size = 24 }: { name: string; isPerson: boolean; size?: number }) {
  return (
    <Box
      component="span"
      aria-hidden
      data-initials={initialsOf(name)}
      sx={{
        width: size,
        height: size,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        borderRadius: isPerson ? '50%' : '2px',
        border: '1px solid var(--mui-palette-control)',
        fontSize: 11,
        lineHeight: 1,
        fontWeight: 600,
        color: 'text.secondary',
        // Not text of the page: read aloud before the name, initials are noise.
        '&::before': { content: 'attr(data-initials)' },
      }}
    />
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words.at(0), words.at(-1)] : words
  return picked.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}

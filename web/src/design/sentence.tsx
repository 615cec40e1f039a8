import Box from '@mui/material/Box'
import { Fragment } from 'react'

const DAY = /\d{4}-\d\d(-\d\d)?/g

/** A sentence: a day or a month in it stays whole, where its hyphens would let it break. */
export function Sentence({ children }: { children: string }) {
  const days = [...children.matchAll(DAY)].map(({ 0: day, index }) => ({
    day,
    begins: index,
    ends: index + day.length,
  }))
  return (
    <>
      {days.map(({ day, begins }, at) => (
        <Fragment key={begins}>
          {children.slice(days[at - 1]?.ends ?? 0, begins)}
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {day}
          </Box>
        </Fragment>
      ))}
      {children.slice(days.at(-1)?.ends ?? 0)}
    </>
  )
}

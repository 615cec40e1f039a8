import Box from '@mui/material/Box'
import type { Problem } from '#contract/operations.d.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import type { LiveRows } from '../../live/use-live-rows.ts'
import { BulkBar } from './bulk/bulk-bar.tsx'
import { ListFoot } from './list-foot.tsx'
import type { ListProps } from './list-props.ts'
import { NoBusinesses } from './no-businesses.tsx'

/** The rows, or why there are none; and below them what can be done with the chosen ones, and how many there are. */
export function ListFrame(
  given: ListProps & {
    reading: { problem: Problem | undefined; asOfMs: number | undefined; again(): void }
    total: number | undefined
    news?: LiveRows
    /** Groups that the summary counted and did not name. */
    moreGroups?: number
    children: React.ReactNode
  },
) {
  const { filter, selection, isNarrowed, onClear, reading, total, news, moreGroups = 0 } = given
  const { problem, asOfMs, again } = reading
  if (problem) {
    return (
      <Box sx={{ p: { xs: 4, sm: 6 } }}>
        <ProblemNotice problem={problem} onRetry={again} />
      </Box>
    )
  }
  return (
    <>
      {total === 0 ? (
        <NoBusinesses isNarrowed={isNarrowed} isArchive={filter.isArchived} onClear={onClear} />
      ) : (
        given.children
      )}
      {total !== undefined && (
        <>
          <BulkBar selection={selection} total={total} isArchive={filter.isArchived} />
          <ListFoot total={total} news={news} moreGroups={moreGroups} asOfMs={asOfMs} />
        </>
      )}
    </>
  )
}

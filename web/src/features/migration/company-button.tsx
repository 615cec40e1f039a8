import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { DRILL } from '../../design/kpi-strip.tsx'

/** The name of a company in a row: it shows the accounts of that company below. */
export function CompanyButton(given: {
  company: string
  isShown: boolean
  onShow: (company: string) => void
}) {
  const { company, isShown, onShow } = given
  return (
    <Button
      onClick={() => onShow(company)}
      aria-pressed={isShown}
      sx={{ p: 0, my: '-6px', minHeight: 32, fontSize: 13, textAlign: 'left', justifyContent: 'start' }}
    >
      <Box component="span" sx={DRILL}>
        {company}
      </Box>
    </Button>
  )
}

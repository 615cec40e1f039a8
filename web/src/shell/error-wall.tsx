import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SystemStyleObject } from '@mui/system'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../design/empty-state.tsx'
import { i18n } from '../strings/i18n.ts'

interface Given {
  children: ReactNode
  /** Beside the way of starting again. */
  way?: ReactNode
  /** Its look where the children stood over the page. */
  frame?: SystemStyleObject
}

/** A bug in one room must not leave a blank page: the shell around it goes on. React offers this as a class only. */
export class ErrorWall extends Component<Given, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <Box sx={this.props.frame ?? IN_PLACE}>
        <EmptyState title={i18n.t('app.broken')} detail={i18n.t('app.brokenDetail')}>
          <Button variant="contained" onClick={() => location.reload()}>
            {i18n.t('app.reload')}
          </Button>
          {this.props.way}
        </EmptyState>
      </Box>
    )
  }
}

const IN_PLACE = {}

import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../design/empty-state.tsx'
import { i18n } from '../strings/i18n.ts'

/** A bug in one room must not leave a blank page: the shell around it goes on. React offers this as a class only. */
export class ErrorWall extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <EmptyState title={i18n.t('app.broken')} detail={i18n.t('app.brokenDetail')}>
        <Button variant="contained" onClick={() => location.reload()}>
          {i18n.t('app.reload')}
        </Button>
      </EmptyState>
    )
  }
}

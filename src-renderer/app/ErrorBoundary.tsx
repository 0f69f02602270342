import { Component, type ErrorInfo, type ReactNode } from 'react'
import { toAppError, type AppError } from '../../src-main/contract/app-error.ts'
import { CrashPanel } from '../components/CrashPanel.tsx'

interface Props {
  readonly children: ReactNode
}
interface State {
  readonly error: AppError | null
}

/** Shows a page that still explains itself when a component throws. A plan that runs in main is not touched by it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: toAppError(thrown) }
  }

  override componentDidCatch(thrown: Error, info: ErrorInfo): void {
    console.error('The page failed to draw', thrown, info.componentStack)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <CrashPanel error={error} onReload={() => window.location.reload()} />
  }
}

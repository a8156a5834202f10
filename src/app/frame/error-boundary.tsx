// A screen that breaks takes nothing with it: what was stored stays stored, the frame stays usable, and the person gets a
// way on. React has this only as a class. The inner boundary is set back by going to another address.
import { Component, type ReactNode } from 'react'
import { storageProblem } from '#data/storage-problem.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Crash } from './crash.tsx'

type ErrorBoundaryProps = { readonly resetKey: string; readonly isWholePage?: boolean; readonly children: ReactNode }
type ErrorBoundaryState = { readonly failedAt: string | null; readonly problem: Problem | undefined }

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failedAt: null, problem: undefined }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { failedAt: '', problem: storageProblem(error) }
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    if (state.failedAt === null) return null
    if (state.failedAt === '') return { failedAt: props.resetKey }
    return state.failedAt === props.resetKey ? null : { failedAt: null, problem: undefined }
  }

  override render(): ReactNode {
    const { failedAt, problem } = this.state
    if (failedAt === null) return this.props.children
    return <Crash problem={problem} isWholePage={this.props.isWholePage === true} />
  }
}

// A page without the frame: before sign-in, and where the data cannot be opened.
import { type ReactNode, useCallback } from 'react'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './plain-page.module.css'
import { useTitleOfHeading } from './screen-arrival.ts'

type PlainPageProps = { readonly title: string; readonly children: ReactNode }

export const PlainPage = ({ title, children }: PlainPageProps) => {
  const { t } = useText('common')
  useTitleOfHeading(useCallback((screen: string) => t('navigation:title', { screen }), [t]))
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.name}>{t('appName')}</div>
      <PageHeader title={title} />
      {children}
    </main>
  )
}

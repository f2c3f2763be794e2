import { type ReactNode, useEffect, useRef } from 'react'
import { href, useRoute } from '../state/route.ts'
import { arrive } from './arrive.ts'
import { Banner } from './banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import styles from './frame.module.css'
import { Sidebar } from './sidebar.tsx'
import { Toast } from './toast.tsx'

/** The window: the sidebar, the current screen, and the toast below it. */
export function Frame({ children }: { children: ReactNode }) {
  const route = href(useRoute())
  const main = useRef<HTMLElement>(null)
  const last = useRef(route)
  useEffect(() => {
    const isFirst = last.current === route
    last.current = route
    return isFirst || main.current === null ? undefined : arrive(main.current)
  }, [route])
  return (
    <div className={styles['app']}>
      <Sidebar />
      <div className={styles['page']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard. */}
        <main ref={main} className={styles['main']} tabIndex={0}>
          <div className={styles['column']}>
            <ErrorBoundary key={route}>
              <Banner />
              {children}
            </ErrorBoundary>
          </div>
        </main>
        <Toast />
      </div>
    </div>
  )
}

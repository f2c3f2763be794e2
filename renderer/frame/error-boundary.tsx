import { Component, type ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import text from '../theme/text.module.css'
import { words } from '../words/say.tsx'
import styles from './error-boundary.module.css'

interface Caught {
  readonly error: Error | null
}

/**
 * Contains a bug to one screen, so that the window survives; offers the details for a report, and a
 * retry. The book is not affected.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, Caught> {
  override state: Caught = { error: null }

  static getDerivedStateFromError(error: Error): Caught {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const details = `${error.name}: ${error.message}\n${error.stack ?? ''}`
    return (
      <div className={styles['error']} role="alert">
        <h1>{words('error.title')}</h1>
        <p className={text['answer']}>{words('error.answer')}</p>
        <div className={styles['buttons']}>
          <Button look="primary" onClick={() => this.setState({ error: null })}>
            {words('error.again')}
          </Button>
          <Button onClick={() => void navigator.clipboard.writeText(details)}>{words('error.copy')}</Button>
        </div>
        <pre className={styles['details']}>{details}</pre>
      </div>
    )
  }
}

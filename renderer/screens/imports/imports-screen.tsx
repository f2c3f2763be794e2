import { FileInput } from 'lucide-react'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import { useQuery } from '../../ask/use-query.ts'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { chooseAgain } from './choose-again.ts'
import styles from './imports.module.css'
import { ImportsTable } from './imports-table.tsx'

/** The screen Statements read: every import of the book, the latest first. */
export function ImportsScreen() {
  const { value, error } = useQuery({ type: 'imports', limit: PAGE_LIMIT })
  const today = useStore(state => state.book?.today)
  return (
    <div className={styles['screen']}>
      <div className={head['head']}>
        <div className={head['grow']}>
          <nav className={head['crumb']} aria-label={words('nav.reconcile')}>
            <a href={href({ screen: 'reconcile' })}>{words('nav.reconcile')}</a>
            <span aria-hidden>›</span>
            <span>{words('imports.title')}</span>
          </nav>
          <h1>{words('imports.title')}</h1>
        </div>
        <div className={head['acts']}>
          <Button look="quiet" icon={FileInput} onClick={chooseAgain}>
            {words('imports.another')}
          </Button>
        </div>
      </div>
      {error === null ? null : <ProblemText problem={refused(error)} />}
      {value === null || today === undefined ? null : value.total === 0 ? (
        <div className={styles['empty']}>
          <p className={text['answer']}>{words('imports.empty')}</p>
          <p className={text['muted']}>{words('imports.empty-about')}</p>
        </div>
      ) : (
        <>
          <p className={text['answer']}>
            <Say
              text="imports.answer"
              params={{
                total: value.total,
                open: value.rows.reduce((sum, { open }) => sum + open, 0),
                of: value.rows.filter(({ open }) => open > 0).length,
              }}
            />
          </p>
          <ImportsTable rows={value.rows} today={today} />
          {value.total > value.rows.length ? (
            <p className={text['muted']}>{words('imports.earlier', { count: value.total - value.rows.length })}</p>
          ) : null}
          <p className={styles['kept']}>{words('imports.kept')}</p>
        </>
      )}
    </div>
  )
}

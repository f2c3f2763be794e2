import { AlertDialog } from 'radix-ui'
import { useState } from 'react'
import { useOnce } from '../../ask/use-once.ts'
import { Button } from '../../controls/button.tsx'
import { focusBack } from '../../controls/focus-back.ts'
import { CONFIRMS, settle } from '../../controls/press-guard.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { type Confirmation, useConfirmation, withdraw } from '../../state/confirmation.ts'
import text from '../../theme/text.module.css'
import { type Problem, refused } from '../../words/problem.ts'
import { wordsOf } from '../../words/say.tsx'
import styles from './confirmation.module.css'
import frame from './dialog-frame.module.css'

/** The open confirmation before something is lost, if any. Enter keeps things as they are. */
export function ConfirmationDialog() {
  const asked = useConfirmation(state => state.asked)
  return asked === null ? null : <Asked asked={asked} />
}

function Asked({ asked: { title, about, lost = [], know = [], foot, stay, act, perform } }: { asked: Confirmation }) {
  const [opener] = useState(() => document.activeElement)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { busy, once } = useOnce()
  async function confirm(): Promise<void> {
    const error = await once(async () => perform())
    if (error === undefined) return
    if (error === null) withdraw()
    else setProblem(refused(error))
  }
  return (
    <AlertDialog.Root open onOpenChange={open => (open || busy ? undefined : withdraw())}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={`${frame['scrim']} ${styles['above']}`}>
          <AlertDialog.Content className={frame['dialog']} onCloseAutoFocus={() => focusBack(opener)}>
            <header className={frame['head']}>
              <AlertDialog.Title className={frame['title']}>{wordsOf(title)}</AlertDialog.Title>
            </header>
            <div className={frame['body']}>
              <AlertDialog.Description className={styles['about']}>{wordsOf(about)}</AlertDialog.Description>
              {lost.length + know.length === 0 ? null : (
                <ul className={know.length === 0 ? styles['lost'] : styles['know']}>
                  {[...lost, ...know].map(each => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              )}
              {problem === null ? null : <ProblemText problem={problem} />}
            </div>
            <footer ref={settle} className={frame['foot']}>
              <span className={text['muted']}>{foot === undefined ? null : wordsOf(foot)}</span>
              <AlertDialog.Cancel asChild>
                <Button look="line" aria-disabled={busy}>
                  {wordsOf(stay)}
                </Button>
              </AlertDialog.Cancel>
              <Button
                look={know.length === 0 ? 'danger' : 'primary'}
                aria-disabled={busy}
                {...CONFIRMS}
                onClick={() => void confirm()}
              >
                {wordsOf(act)}
              </Button>
            </footer>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

import { Button } from '../controls/button.tsx'
import { useStore } from '../state/store.ts'
import { wordsOf } from '../words/say.tsx'
import type { Action } from './action.ts'
import { ariaKeys } from './keys.ts'

interface ActionButtonProps {
  readonly action: Action
  readonly look?: 'primary' | 'line' | 'quiet' | 'plain'
  readonly small?: boolean
  /** True to leave out the action's icon. */
  readonly bare?: boolean
}

/** The button for an action. It stays visible but disabled while the book is read-only. */
export function ActionButton({ action, look = 'plain', small = false, bare = false }: ActionButtonProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  return (
    <Button
      look={look}
      small={small}
      icon={bare ? undefined : action.icon}
      aria-disabled={readOnly}
      aria-keyshortcuts={action.keys === undefined ? undefined : ariaKeys(action.keys)}
      onClick={() => (action.when() ? action.perform() : undefined)}
    >
      {wordsOf(action.label)}
    </Button>
  )
}

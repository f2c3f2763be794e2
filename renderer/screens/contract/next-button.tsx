import type { ContractView, NextView } from '../../../shared/contract/contract.ts'
import { MOVE_FACTS } from '../../../shared/contract/moves.ts'
import { wordKey } from '../../../shared/words/catalogue.ts'
import { moveAction } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'

interface NextButtonProps {
  readonly contract: ContractView
  readonly next: NextView
  readonly primary: boolean
}

/** A move as a button. Its short label does not name the milestone; its accessible name does. */
export function NextButton({ contract, next, primary }: NextButtonProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const short = shortLabel(next, contract)
  return (
    <Button
      small
      look={primary ? 'primary' : MOVE_FACTS[next.type].offered.milestone === 'outlined' ? 'line' : 'quiet'}
      aria-label={next.label === short ? undefined : next.label}
      aria-disabled={readOnly}
      onClick={moveAction(contract, next).perform}
    >
      {short}
    </Button>
  )
}

/** The short label of a move, for a row that already names its milestone. */
export function shortLabel({ type, label }: NextView, { side }: ContractView): string {
  const key = wordKey(`move.short.${type}.${side}`) ?? wordKey(`move.short.${type}`)
  return key === undefined ? label : words(key)
}

import { ChevronRight } from 'lucide-react'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { MOVE_FACTS } from '../../../shared/contract/moves.ts'
import { ActionButton } from '../../actions/action-button.tsx'
import { moveAction } from '../../actions/moves.ts'
import head from '../../controls/head.module.css'
import { usePresets } from '../../state/presets.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { fullDateText } from '../../words/days.ts'
import { presetOf } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'
import styles from './contract-head.module.css'
import { ContractMenu } from './contract-menu.tsx'
import { movesOfferedIn } from './offered-moves.ts'

/** The head of a contract: its title, parties and rules, and the moves of the whole contract. */
export function ContractHead({ contract }: { contract: ContractView }) {
  return (
    <>
      <nav className={head['crumb']} aria-label={words('nav.where')}>
        <a href={href({ screen: 'contracts' })}>{words('nav.contracts')}</a>
        <ChevronRight size={12} strokeWidth={1.75} aria-hidden />
        <span>{contract.client}</span>
      </nav>
      <div className={head['head']}>
        <h1 className={head['grow']}>{contract.title}</h1>
        <div className={head['acts']}>
          {movesOfferedIn(contract, 'outlined', 'quiet').map(next => (
            <ActionButton
              key={next.type}
              action={moveAction(contract, next)}
              look={MOVE_FACTS[next.type].offered.contract === 'outlined' ? 'line' : 'quiet'}
              bare
            />
          ))}
          <ContractMenu contract={contract} />
        </div>
      </div>
      <Subtitle contract={contract} />
    </>
  )
}

function Subtitle({ contract }: { contract: ContractView }) {
  const since = useStore(state => state.opened?.timeline.find(row => row.type === 'open-contract')?.on)
  const presets = usePresets()
  const { client, freelancer, side, currency, decimals, policy, archived } = contract
  return (
    <p className={styles['sub']}>
      {words('contract.sub', {
        client,
        freelancer,
        side,
        currency,
        preset: presetOf(policy, decimals, presets)?.name ?? 'own',
        since: since === undefined ? 'none' : fullDateText(since),
        archived: archived ? 'yes' : 'no',
      })}
    </p>
  )
}

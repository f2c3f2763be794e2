import type { ContractState } from '../../main/escrow/contract/state.ts'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import { Chance } from '../properties/chance.ts'
import { Driver } from '../properties/driver.ts'
import { FIRST_DAY, stepFrom } from '../properties/walk.ts'
import { AWKWARD } from './awkward.ts'

/** A book made by random commands, with names that break a careless export. */
export interface RandomBook {
  readonly contracts: readonly ContractState[]
  /** All rows of the ledger, in the order of recording. */
  readonly rows: readonly LedgerRow[]
  /** The accepted commands, as a script writes them. */
  readonly commands: readonly unknown[]
}

/** Returns a command with awkward texts wherever a person writes. */
function awkwardly(said: unknown, chance: Chance): unknown {
  if (typeof said !== 'object' || said === null) return said
  const fields = Object.entries(said).map(([name, value]): [string, unknown] => {
    if (name === 'milestones' && Array.isArray(value)) return [name, value.map(each => awkwardly(each, chance))]
    return [
      name,
      ['title', 'client', 'freelancer', 'reference', 'note'].includes(name) && chance.oneIn(2)
        ? chance.pick(AWKWARD)
        : value,
    ]
  })
  const noted = 'contractId' in said && chance.oneIn(4) ? [['note', chance.pick(AWKWARD)]] : []
  return Object.fromEntries([...fields, ...noted])
}

/** Makes a book in a number of steps, some of them refused. The same number makes the same book. */
export function randomBook(number: number, steps: number): RandomBook {
  const draws = new Chance(number)
  const driver = new Driver(FIRST_DAY)
  const commands: unknown[] = []
  for (let step = 0; step < steps; step++) {
    const drawn = draws.between(0, 2 ** 32 - 1)
    const { today, said } = stepFrom(driver, drawn)
    driver.today = today
    const command = awkwardly(said, new Chance(drawn ^ 0x5bd1e995))
    if (driver.execute(command).ok) commands.push(command)
  }
  const kept = [...driver.contracts.values()]
  return {
    contracts: kept.map(({ state }) => state),
    rows: kept.flatMap(({ rows }) => rows).sort((a, b) => a.entry - b.entry),
    commands,
  }
}

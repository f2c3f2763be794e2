import { spawnSync } from 'node:child_process'

/** An accounting program, as a reader of our exports. */
export interface AccountingProgram {
  readonly name: string
  /** False if it is not installed. */
  readonly isThere: boolean
  /**
   * Returns what it reports about a journal under its strictest checks; undefined if it accepts the
   * journal silently.
   */
  refusal(file: string): string | undefined
  /**
   * Returns its balances of escrow accounts, by account, as numbers with their currency (`20 USD`);
   * zeros left out.
   */
  escrow(file: string): ReadonlyMap<string, string>
}

function run(
  program: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' },
  })
}

const isInstalled = (program: string): boolean => run(program, '--version').status === 0

/** A journal is accepted only with exit code 0 and without a warning. */
function refusalOf(program: string, ...args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = run(program, ...args)
  return status === 0 && stderr === '' ? undefined : `${program} ${status}: ${stderr}${stdout}`
}

/**
 * Returns the balances in lines of an account, an amount and its currency. Programs differ in the
 * trailing zeros of amounts.
 */
function balancesIn(text: string, line: RegExp): ReadonlyMap<string, string> {
  const found = text.split('\n').flatMap(each => {
    const [whole, account, amount, currency] = line.exec(each) ?? []
    return whole === undefined || Number(amount) === 0
      ? []
      : [[String(account), `${Number(amount)} ${currency}`] as const]
  })
  return new Map(found)
}

const hledger: AccountingProgram = {
  name: 'hledger',
  isThere: isInstalled('hledger'),
  refusal: file => refusalOf('hledger', '-f', file, 'check', '--strict', 'ordereddates', 'payees'),
  escrow: file =>
    balancesIn(
      run('hledger', '-f', file, 'bal', '^Assets:Escrow', '--flat', '-N', '-O', 'csv').stdout,
      /^"(Assets:.*?)","(\S+) (\S+)"$/,
    ),
}

const ledger: AccountingProgram = {
  name: 'ledger',
  isThere: isInstalled('ledger'),
  refusal: file => refusalOf('ledger', '--args-only', '-f', file, '--strict', 'bal'),
  escrow: file =>
    balancesIn(
      run(
        'ledger',
        '--args-only',
        '-f',
        file,
        'bal',
        '^Assets:Escrow',
        '--flat',
        '--no-total',
        '--balance-format',
        '%(account)|%(display_total)\n',
      ).stdout,
      /^(Assets:.*?)\|(\S+) (\S+)$/,
    ),
}

/**
 * bean-query rounds what it prints to the decimals that most amounts have, so use its library
 * instead.
 */
const BEANCOUNT_BALANCES = `
import sys
from collections import Counter
from beancount import loader
from beancount.core.data import Transaction
entries, _, _ = loader.load_file(sys.argv[1])
sums = Counter()
for entry in entries:
    if isinstance(entry, Transaction):
        for posting in entry.postings:
            sums[posting.account, posting.units.currency] += posting.units.number
for (account, currency), number in sums.items():
    print(f"{account}|{number:f} {currency}")
`

/** The Python that Debian's beancount is installed for; another may come first on the path. */
const PYTHON = '/usr/bin/python3'

const beancount: AccountingProgram = {
  name: 'beancount',
  isThere: isInstalled('bean-check') && run(PYTHON, '-c', 'import beancount').status === 0,
  refusal: file => refusalOf('bean-check', file),
  escrow: file => balancesIn(run(PYTHON, '-c', BEANCOUNT_BALANCES, file).stdout, /^(Assets:.*?)\|(\S+) (\S+)$/),
}

/** The programs that check our exports. */
export const PROGRAMS: readonly AccountingProgram[] = [hledger, ledger, beancount]

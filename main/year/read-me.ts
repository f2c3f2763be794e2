import type { IsoDate } from '../../shared/dates/calendar.ts'
import { daysOfYear } from '../../shared/dates/period.ts'
import { sum, ZERO } from '../../shared/money/money.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import type { Book } from '../book/book.ts'
import { reportSet, type SideReport } from '../queries/report-set.ts'
import { movedIn } from './contents.ts'
import { type EscrowYear, escrowIn } from './escrow-balances.ts'
import type { YearFile } from './year-files.ts'

/** The content of a year's README, apart from its list of files. */
export interface ReadMeBasis {
  readonly year: number
  readonly today: IsoDate
  readonly voice: Voice
  /** The book's name. */
  readonly name: string
  readonly files: readonly YearFile[]
}

const GROUP = /.{4}/g

/**
 * The text of a year's README: the figures of the year, the purpose of each file, and how to check
 * them.
 */
export async function* readMe(book: Book, { year, today, voice, name, files }: ReadMeBasis): AsyncGenerator<string> {
  const { entries, head } = book.info()
  const { from, to } = daysOfYear(year)
  const inYear = (await book.records({ from, to, limit: 1 })).total
  const title = say('year.readme.title', { year: String(year), book: name }, voice)
  const widest = files.reduce((width, file) => Math.max(width, file.name.length), 0)
  yield [
    title,
    '='.repeat(title.length),
    '',
    say(
      'year.readme.made',
      { on: { day: today }, entries, inYear, contracts: movedIn(book, year).length, year: String(year) },
      voice,
    ),
    ...(to > today ? [say('year.readme.not-over', { on: { day: today } }, voice)] : []),
    '',
    say('year.readme.sums', {}, voice),
    ...reportSet(book, { by: 'year', from, to }).map(report => `  ${sumLine(report, voice)}`),
    '',
    say('year.readme.escrow', {}, voice),
    ...escrowLines(escrowIn(book, year), voice).map(line => `  ${line}`),
    '',
    say('year.readme.files', {}, voice),
    ...files.map(file => `  ${file.name.padEnd(widest)}  ${oneLine(file.about)}`),
    '',
    say('year.readme.check', { entries, hash: (head.toUpperCase().match(GROUP) ?? []).join(' ') }, voice),
    '',
  ].join('\n')
}

function sumLine({ side, decimals, report: { currency, totals } }: SideReport, { locale }: Voice): string {
  const { gross, fees, net, returned, refunded } = totals
  const money = {
    gross: { money: gross },
    fees: { money: fees },
    net: { money: net },
    returned: { money: returned },
    refunded: { money: refunded },
  }
  return say('year.readme.sum', { currency, side, ...money }, { locale, decimals })
}

/** The escrow at the start and end of the year, one line per currency. */
function escrowLines(balances: readonly EscrowYear[], { locale }: Voice): readonly string[] {
  const currencies = [...new Set(balances.map(({ contract }) => contract.currency))].sort()
  return currencies.map(currency => {
    const own = balances.filter(({ contract }) => contract.currency === currency)
    const total = (of: 'opening' | 'closing') => own.reduce((all, each) => sum(all, each[of]), ZERO)
    return say(
      'year.readme.balance',
      { currency, opening: { money: total('opening') }, closing: { money: total('closing') } },
      { locale, decimals: own[0]?.contract.decimals ?? 2 },
    )
  })
}

/** Removes line breaks, which a book's name may contain but a line of the list may not. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

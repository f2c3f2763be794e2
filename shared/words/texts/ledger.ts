/** The texts of Ledger. */
export const LEDGER = {
  'nav.ledger': 'Ledger',

  'reading.empty-ledger':
    'Once money moves on a contract, this page shows which account it left and which it entered, entry by entry.',
  'reading.example-ledger':
    'The sample is a separate book. In it, {deposit} was paid in for a milestone and {paid} paid out; the {left} left over and {more} more funded the next one of {build}.',

  'ledger.period': 'Period',
  'ledger.period-name':
    '{period, select, this_month {This month} last_month {Last month} last_3_months {Last 3 months} this_year {This year} last_year {Last year} ever {Everything} chosen {Between two days} other {}}',
  'ledger.from': 'From',
  'ledger.to': 'To',
  'ledger.backwards': 'The second day is before the first. Choose a later one.',
  'ledger.contract': 'Contract',
  'ledger.all': 'all',
  'ledger.account': 'Account',
  'ledger.account-name':
    '{account, select, client {Client} freelancer {Freelancer} escrow {Escrow} fees {Fees} other {}}',
  'ledger.account-of':
    '{account, select, unallocated {unallocated} client {client} freelancer {freelancer} contract {contract} other {}}',
  'ledger.count':
    '{entries, plural, one {# entry} other {# entries}}, {postings, plural, one {# posting} other {# postings}}{balance, select, yes {, in balance} other {}}',
  'ledger.reading': 'Reading {read, number} of {total, number}',
  'ledger.caption': 'Entries with their postings, by day, {currency}',
  'ledger.number': 'No.',
  'ledger.date': 'Date',
  'ledger.entry': 'Entry',
  'ledger.out': 'Out',
  'ledger.in': 'In',
  'ledger.out-and-in': 'Amount',
  'ledger.escrow': 'In escrow',
  'ledger.undone': 'undone by entry {entry, number}',
  'ledger.forward': 'Brought forward',
  'ledger.down': 'Carried down',
  'ledger.nothing': 'No money moved here.',
  'ledger.show-more': '{more, select, time {Show all dates} all {Show all contracts and accounts} other {}}',
} as const

/** The texts of Contracts, the empty book and the sample. */
export const CONTRACTS = {
  'nav.contracts': 'Contracts',

  'contracts.answer':
    '{overdue, select, yes {{kind, select, review {{contract} was due for automatic release <b>{when}</b>.} refund {The refund of {contract} was due for automatic approval <b>{when}</b>.} dispute {{contract} needed an answer to a dispute <b>{when}</b>.} available {Money of {contract} arrived <b>{when}</b>.} due {Work on {contract} was due <b>{when}</b>.} other {}}} other {{kind, select, review {{contract} is released automatically <b>{when}</b>.} refund {The refund of {contract} is approved automatically <b>{when}</b>.} dispute {{contract} needs an answer to a dispute <b>{when}</b>.} available {Money of {contract} arrives <b>{when}</b>.} due {Work on {contract} is due <b>{when}</b>.} other {}}}}',
  'contracts.answer-quiet':
    '{count, plural, =0 {No contract is open.} one {One contract is open. Nothing is due and nothing happens automatically in the next two weeks.} other {# contracts are open. Nothing is due and nothing happens automatically in the next two weeks.}}',

  'totals.label': 'Totals per currency',
  'totals.name':
    '{currency}: {escrow} in escrow, {released} paid, {open, plural, =0 {none open} other {# open}}; show only {currency}',
  'totals.in-escrow': '{currency} in escrow',
  'totals.more': '{released} paid, {open, plural, =0 {none open} other {# open}}',

  'list.search': 'Search contracts',
  'list.search-hint': 'Title, name, milestone, note',
  'list.count': '{count, plural, =0 {No contract} one {# contract} other {# contracts}}',
  'list.nothing': 'No contract matches your search and the filters above.',
  'list.show-all': 'Show all',
  'list.status': 'Status',
  'list.all': 'all',
  'list.any': 'any',
  'list.currency': 'Currency',
  'list.show': 'Show',
  'list.current': 'current',
  'list.archived': 'archived',
  'list.title': 'Title',
  'list.parties': 'Client and freelancer',
  'list.money': 'Money',
  'list.escrow': 'In escrow',
  'list.released': 'Paid out',
  'list.next': 'Next',
  'list.what': 'What is next',
  'list.pays': '{client} pays {freelancer}',
  'list.arrow': 'pays',

  'deadline.short':
    '{kind, select, review {Automatic release} refund {Automatic refund} dispute {Answer dispute} available {Money arrives} due {Work due} other {}}',

  'empty.title': 'This book is empty.',
  'empty.answer':
    'Record each deposit, payment and refund on a contract, and it tells you what is in escrow, what is free for the next milestone, and what you may do now.',
  'empty.sample': 'Or look at a sample first',
  'empty.sample-answer':
    'It is separate from your book. In its first contract {deposit} was paid in and {paid} paid out; the {left} that is left goes towards the next milestone, Build, of {build}.',

  'sample.contract': 'Website redesign',
  'sample.client': 'Acme Ltd',
  'sample.freelancer': 'Muhammad A.',
  'sample.design': 'Design',
  'sample.build': 'Build',
} as const

/** The texts of the screens that read the book: Overview, Planner, Reports, Ledger. */
export const READING = {
  'nav.overview': 'Overview',
  'nav.ledger': 'Ledger',
  'nav.reports': 'Reports',
  'nav.planner': 'Planner',

  'reading.currency': 'Currency',
  'find-contract.find': 'Find a contract',
  'find-contract.contracts': 'Contracts',
  'find-contract.all': 'All contracts',
  'find-contract.none': 'No matches.',
  'reading.empty-overview':
    'Once a contract holds money, this page shows how much, since when, and what will happen automatically.',
  'reading.empty-reports':
    'Once something is paid, this page sums it up by month, year, client, freelancer and contract.',
  'reading.empty-ledger':
    'Once money moves on a contract, this page shows which account it left and which it entered, entry by entry.',
  'reading.example-overview':
    'The sample is a separate book. In it, {deposit} was paid in for a milestone and {paid} paid out; the {left} left over and {more} more funded the next one, which is paid automatically in {days, plural, one {# day} other {# days}} if nobody answers.',
  'reading.example-ledger':
    'The sample is a separate book. In it, {deposit} was paid in for a milestone and {paid} paid out; the {left} left over and {more} more funded the next one of {build}.',
  'reading.example-reports':
    'The sample is a separate book. In it, a freelancer was paid for three milestones, in three months, and the platform kept a tenth.',

  'overview.answer':
    '{is, select, none {Nothing in {currency} is in escrow.} some {<b>{escrow}</b> {currency} is in escrow. {moves, select, none {None of it moves by itself in the next three months.} some {If nobody answers, <b>{amount}</b> of it moves by itself {days, plural, =0 {today} =1 {by tomorrow} other {in the next # days}}.} other {}}} other {}}{late, select, none {} some { <b>{overdue}</b> was due before today and is not recorded yet.} other {}}',
  'chart.heading': 'In escrow since {month}',
  'chart.label':
    '{currency} in escrow from {from} to today: {escrow} now, {most} at most.{moves, select, none {} some { If nobody answers, {left} is left on {date}.} other {}}',
  'chart.today': '{amount} today',
  'chart.forecast': '{amount} if nobody answers',
  'chart.nothing': 'Nothing has been in escrow in {currency} yet.',
  'soon.heading': 'Soon',
  'soon.what':
    '{kind, select, review {{overdue, select, yes {{amount} {currency} for {milestone} was due to go to {freelancer} automatically} other {Pays {freelancer} the {amount} {currency} held by {milestone}}}} refund {{overdue, select, yes {{amount} {currency} was due to go back to {client} automatically} other {Refunds {amount} {currency} to {client}}}} dispute {Answer the dispute over {amount} {currency}} due {Work on {milestone} is due, {amount} {currency}} other {}}',
  'soon.who': '{who, select, itself {automatic} waiting {after the dispute} theirs {theirs} yours {yours} other {}}',
  'soon.do':
    '{overdue, select, yes {Record it} other {{kind, select, review {{side, select, freelancer {Record payment} client {Review & Pay} other {}}} refund {Approve refund} other {}}}}',
  'soon.do-of': '{do}: {contract}',
  'soon.nothing': 'Nothing is due, and nothing happens automatically in the next three months.',
  'soon.more': '{count, plural, one {# more deadline} other {# more deadlines}}',
  'by-currency.heading': 'By currency',
  'by-currency.in': 'Paid in',
  'by-currency.out': 'Paid out',
  'by-currency.escrow': 'In escrow',
  'parts.heading': 'What the escrow is for',
  'parts.kind':
    '{kind, select, held {Held by funded milestones} reserved {Reserved for a refund or a dispute} unallocated {Unallocated, free for the next milestone} all {In escrow} other {}}',
  'parts.amount': 'Amount',
  'way.heading': 'On its way',
  'way.what': 'reaches {freelancer}',

  'planner.question': 'Can I pay in {amount} {currency} once, and use it for {milestones}?',
  'planner.amount': 'Amount to pay in',
  'planner.milestone': 'Amount of milestone {place, number}',
  'planner.name': 'Name of milestone {place, number}',
  'planner.add': 'Add a milestone',
  'planner.remove': 'Remove milestone {place, number}',
  'planner.rules': 'Rules',
  'planner.waiting': 'Fill in the amounts to see the ways to pay.',
  'planner.answer':
    '{answer, select, no {<b>No.</b> {reason}} over {<b>Yes.</b> What a partial payment leaves in escrow funds the next milestone. {left} is left at the end and goes back.} short {<b>Not all of it.</b> What a partial payment leaves in escrow funds the next milestone, but {deposits, plural, one {# deposit is} other {# deposits are}} needed in all.} single {<b>Yes.</b>} yes {<b>Yes.</b> Only one milestone can be funded at a time, but what a partial payment leaves in escrow funds the next one.} other {}}',
  'planner.ways': 'The ways to pay, step by step',
  'planner.steps': 'Cash you pay in at each step',
  'planner.way':
    '{way, select, each {Each in turn} all_at_once {{amount} at once} three_deposits {In three deposits} two_deposits {In two deposits} other {}}',
  'planner.about':
    '{way, select, each {Fund a milestone when the one before is paid.} all_at_once {As asked. {first} takes it all; what is left is carried over.} two_deposits {{split, select, none {Each deposit is for several milestones.} some {{parts}.} other {}}} three_deposits {{split, select, none {Each deposit is for several milestones.} some {{parts}.} other {}}} other {}}',
  'planner.fund': 'Fund',
  'planner.pay': 'Pay',
  'planner.end': 'What is left goes back',
  'planner.not-possible': 'Not possible',
  'planner.stops': 'It stops here',
  'planner.total': 'You pay in all',
  'planner.fees': 'Fees included',
  'planner.deposits': 'Deposits',
  'planner.first-day': 'Cash on the first day',
  'planner.peak': 'Most in escrow at once',
  'planner.ahead': 'Most paid ahead of the work',
  'planner.open': 'Open contract this way',
  'planner.open-label': 'Open contract this way: {way}',
  'planner.note':
    '{funding, select, many {Under {preset} rules milestones are funded side by side, so all of them can be paid in on the first day, each with its own deposit.} one {Funding all of them on the first day needs rules with many funded milestones, such as {others}. {preset} refuses it until the one before is paid, in part or in full.} other {}}',
  'planner.part': '{milestone} takes {amount}',
  'planner.note-way':
    '{way, select, all_at_once {Fund {first} with {amount}; what is left is carried over.} two_deposits {Paid in as planned: {parts}.} three_deposits {Paid in as planned: {parts}.} other {}}',

  'reports.answer':
    '{side, select, freelancer {{nothing, select, yes {You got nothing in {currency} {period}.} other {You got <b>{net}</b> {currency} {period}{fees, select, none {} some {, after {fee} in fees} other {}}.{back, select, none {} some { <b>{returned}</b> of it went back.} other {}}}}} client {{nothing, select, yes {You paid nothing in {currency} {period}.} other {You paid <b>{net}</b> {currency} {period}{fees, select, none {} some {, {fee} of it in fees} other {}}.{back, select, none {} some { <b>{returned}</b> came back.} other {}}}}} other {}}',
  'reports.period': '{period, select, all {in all} now {in {year} so far} past {in {year}} other {}}',
  'reports.by': 'By',
  'reports.by-name':
    '{by, select, month {Month} year {Year} client {Client} freelancer {Freelancer} contract {Contract} other {}}',
  'reports.side': 'Side',
  'reports.side-name': '{side, select, freelancer {You get} client {You pay} other {}}',
  'reports.year': 'Year',
  'reports.all-years': 'All years',
  'reports.step': '{nothing, select, yes {{year}, nothing there} other {{year}}}',
  'reports.caption':
    'What you {side, select, freelancer {got} client {paid} other {}} by {by, select, month {month} year {year} client {client} freelancer {freelancer} contract {contract} other {}} {period}, {currency}',
  'reports.gross': 'Gross',
  'reports.fees': '{side, select, freelancer {Fees} client {Fees on top} other {}}',
  'reports.net': '{side, select, freelancer {You got} client {You paid} other {}}',
  'reports.returned': 'Returned',
  'reports.refunded': 'Refunded',
  'reports.total':
    '{by, select, month {Year} year {Total} client {Total} freelancer {Total} contract {Total} other {}}',
  'reports.key':
    '{kind, select, solid {{side, select, freelancer {you got} client {gross} other {}}} fee {fees} returned {returned} refunded {refunded} other {}}',
  'reports.more': '{count, plural, one {Show # more} other {Show more of the other #}}',
  'reports.nothing': 'Nothing was paid, returned or refunded here.',
  'reports.note':
    'Gross is what was released from escrow, plus bonuses. A fee counts on the day it is charged, a payment on the day it is sent; what is still in escrow does not count yet. Entries that were undone are left out.',

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
  'ledger.escrow': 'In escrow',
  'ledger.undone': 'undone by entry {entry, number}',
  'ledger.forward': 'Brought forward',
  'ledger.down': 'Carried down',
  'ledger.nothing': 'No money moved here.',
  'ledger.show-more': '{more, select, time {Show all dates} all {Show all contracts and accounts} other {}}',
} as const

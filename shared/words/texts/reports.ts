/** The texts of Reports. */
export const REPORTS = {
  'nav.reports': 'Reports',

  'reading.empty-reports':
    'Once something is paid, this page sums it up by month, year, client, freelancer and contract.',
  'reading.example-reports':
    'The sample is a separate book. In it, a freelancer was paid for three milestones, in three months, and the platform kept a tenth.',

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
} as const

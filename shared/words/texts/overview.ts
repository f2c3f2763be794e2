/** The texts of Overview. */
export const OVERVIEW = {
  'nav.overview': 'Overview',

  'reading.empty-overview':
    'Once a contract holds money, this page shows how much, since when, and what will happen automatically.',
  'reading.example-overview':
    'The sample is a separate book. In it, {deposit} was paid in for a milestone and {paid} paid out; the {left} left over and {more} more funded the next one, which is paid automatically in {days, plural, one {# day} other {# days}} if nobody answers.',

  'overview.answer':
    '{is, select, none {Nothing in {currency} is in escrow.} some {<b>{escrow}</b> {currency} is in escrow. {moves, select, none {None of it moves by itself in the next three months.} some {If nobody answers, <b>{amount}</b> of it moves by itself {days, plural, =0 {today} =1 {by tomorrow} other {in the next # days}}.} other {}}} other {}}{late, select, none {} some { <b>{overdue}</b> was due before today and is not recorded yet.} other {}}',

  'chart.heading': 'In escrow since {month}',
  'chart.label':
    '{currency} in escrow from {from} to {isToday, select, yes {today} no {{to}} other {}}: {escrow} {isToday, select, yes {now} no {then} other {}}, {most} at most.{moves, select, none {} some { If nobody answers, {left} is left on {date}.} other {}}',
  'chart.today': '{amount} {isToday, select, yes {today} no {on {day}} other {}}',
  'chart.forecast': '{amount} if nobody answers',
  'chart.nothing': 'Nothing has been in escrow in {currency} yet.',

  'soon.heading': 'Soon',
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
} as const

/** The texts of the money bar. */
export const MONEY_BAR = {
  'bar.label': 'Where the money is',
  'bar.nothing': 'No money yet',
  'bar.paid': 'Paid out',
  'bar.paid-to-you': 'Paid to you',
  'bar.held': 'Held',
  'bar.reserved': 'Reserved',
  'bar.unallocated': 'Unallocated',
  'bar.refunded': 'Refunded',
  'bar.to-fund': 'To fund',
  'bar.coming': 'New deposit',
  'bar.beyond': 'Beyond what is held',
  'bar.left': 'Left in the budget',
  'bar.left-short': 'Left',
  'bar.named': '{planned, select, yes {{name}, to fund} other {{name}}}',
  'bar.piece': '{amount} {what}',
  'bar.bracket':
    '<b>{amount}</b> in escrow{side, select, freelancer { for you} client {} other {}}{extra, select, reserved {, {part} of it reserved} all {, all of it reserved} free {, {part} of it unallocated} left {, left from {name}} held {, held by {name}} none {} other {}}',
  'bar.key': 'How to read the bar',
  'bar.key-of':
    '{kind, select, paid {<b>Paid out</b> to the freelancer} held {<b>Held</b> by a funded milestone} reserved {<b>Reserved</b> for a refund or a dispute} unallocated {<b>Unallocated</b> for the next milestone} refunded {<b>Refunded</b> back to the client} to_fund {<b>To fund</b> planned, not paid in} other {}}',
} as const

/** The texts of Planner. */
export const PLANNER = {
  'nav.planner': 'Planner',

  'planner.question':
    '{side, select, freelancer {Can my client pay in {amount} {currency} once, and have it used for {milestones}?} client {Can I pay in {amount} {currency} once, and use it for {milestones}?} other {}}',
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
  'planner.steps':
    '{side, select, freelancer {Cash the client pays in at each step} client {Cash you pay in at each step} other {}}',
  'planner.way':
    '{way, select, each {Each in turn} all_at_once {{amount} at once} three_deposits {In three deposits} two_deposits {In two deposits} other {}}',
  'planner.about':
    '{way, select, each {Fund a milestone when the one before is paid.} all_at_once {As asked. {first} takes it all; what is left is carried over.} two_deposits {{split, select, none {Each deposit is for several milestones.} some {{parts}.} other {}}} three_deposits {{split, select, none {Each deposit is for several milestones.} some {{parts}.} other {}}} other {}}',
  'planner.fund': 'Fund',
  'planner.pay': 'Pay',
  'planner.end': 'What is left goes back',
  'planner.not-possible': 'Not possible',
  'planner.stops': 'It stops here',
  'planner.total': '{side, select, freelancer {The client pays in all} client {You pay in all} other {}}',
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
} as const

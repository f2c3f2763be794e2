/** The texts of correcting an entry, and of closing the books. */
export const CORRECTION = {
  'correct.action': 'Correct…',
  'correct.entry': 'Correct “{what}”…',
  'correct.title': 'Correct “{what}”',
  'correct.subtitle':
    '{hasAmount, select, yes {Entry {entry} of {on}, recorded as {amount}} other {Entry {entry} of {on}}}',
  'correct.what': 'What was wrong',
  'correct.different': '<b>It was different</b>',
  'correct.never': '<b>It never happened</b>, remove it',
  'correct.limit':
    '{of, select, held {of {most} held that day} unallocated {of {most} unallocated that day} escrow {of {most} in escrow that day} paid {of {most} paid until then} least {{most} or more} other {}}',
  'correct.on': 'On <b>{date}</b>',
  'correct.milestone-choice': 'Milestone',
  'correct.no-milestone':
    '{of, select, unallocated {None, from unallocated money} contract {The whole contract} other {}}',
  'correct.confirm': '{to, select, amount {Correct to {amount}} fields {Correct} other {}}',
  'correct.remove': 'Remove “{what}”',
  'correct.foot': 'The old entries stay in the book, struck through.',
  'correct.nothing': 'Nothing is different yet.',
  'correct.looking': 'Looking at what changes…',

  'correct.changes': 'What changes',
  'correct.before': 'Before',
  'correct.to': 'to',
  'correct.after': 'After',
  'correct.figures': 'Figures before and after, {currency}',
  'correct.no-figure': 'No figure of the contract changes.',
  'correct.figure':
    '{name, select, released {Paid to {freelancer}} deposited {Paid in by {client}} refunded {Refunded to {client}} bonuses {Bonuses to {freelancer}} returned {Given back by {freelancer}} other {}}',
  'correct.held': 'Held by {milestone}',
  'correct.unallocated': 'Unallocated in escrow',
  'correct.escrow': 'In escrow',
  'correct.to-fund': 'To pay in for {milestone}',
  'correct.fees':
    '{payer, select, client {Fees of {client}} freelancer {Fees of {freelancer}} contract {Contract fee} other {}}',
  'correct.milestone': '{milestone}',
  'correct.status': 'Contract',
  'correct.status-of': '{status, select, open {Open} ending {Ending} ended {Ended} other {}}',

  'correct.anew':
    '{count, plural, =0 {No entry is recorded anew} one {One entry is recorded anew, on its own day} other {# entries are recorded anew, each on its own day}}',
  'correct.anew-caption': 'Entries that are taken back and recorded anew',
  'correct.same': '{amount}, the same',
  'correct.unchanged': 'the same',
  'correct.removed': '{amount}, removed',
  'correct.gone': 'removed',
  'correct.details': '{amount}, other details',
  'correct.other-details': 'other details',
  'correct.same-folded': 'and {count, plural, one {# the same} other {# the same}}',

  'correct.stops': 'The correction stops here',
  'correct.stops-caption': 'How far the correction comes',
  'correct.not-possible': 'not possible',
  'correct.not-reached': 'not reached',
  'correct.others-folded': 'and {count, plural, one {# other entry} other {# other entries}}',
  'correct.refused': 'Entry {entry}, {what}, would not have been possible.',
  'correct.remove-too':
    '{count, plural, one {Remove {what} too} =2 {Remove {what} too} other {Remove # later entries too}}',
  'correct.instead': 'Correct it instead',

  'correct.statements':
    '{count, plural, one {The printed statement <b>{names}</b> no longer agrees with the book then. Print it again.} other {The printed statements <b>{names}</b> no longer agree with the book then. Print them again.}}',
  'correct.years':
    '{count, plural, one {The saved year <b>{names}</b> no longer agrees with the book then. Save it again.} other {The saved years <b>{names}</b> no longer agree with the book then. Save them again.}}',
  'correct.untouched':
    '{are, select, none {No printed statement, saved year or closed period is touched.} statements {No saved year and no closed period is touched.} years {No printed statement and no closed period is touched.} both {No closed period is touched.} other {}}',
  'correct.more-papers': '{count, plural, one {# more} other {# more}}',

  'action.close-books': 'Close the books…',
  'action.close-books-keywords': 'lock period month year end',
  'action.reopen-books': 'Reopen the books…',
  'action.reopen-books-keywords': 'unlock period month year',
  'close-books.offer': 'Close…',
  'close-books.title': 'Close the books',
  'close-books.open': 'No period is closed.',
  'close-books.closed': 'Closed until {until}.',
  'close-books.until': 'Until',
  'close-books.confirm': 'Close until {until}',
  'close-books.tell':
    'Nothing dated on or before <b>{until}</b> is recorded, undone or corrected any more, in any contract. Notes, plans and names stay free.',
  'close-books.foot': 'You can reopen them.',
  'closed-until': 'Closed until {until}',

  'undo-papers.title': '{known, select, yes {Undo “{what}”?} other {Undo it?}}',
  'undo-papers.about':
    '{count, plural, one {A paper that you printed or saved no longer agrees with the book then. Print or save it again.} other {# papers that you printed or saved no longer agree with the book then. Print or save them again.}}',
  'undo-papers.stay': 'Keep it',

  'reopen.offer': 'Reopen…',
  'reopen.title': 'Reopen the books?',
  'reopen.about':
    'They are closed until {until}. Once reopened, entries of those days can be recorded, undone and corrected.',
  'reopen.stay': 'Keep closed',
  'reopen.act': 'Reopen',
} as const

/** The texts of dialogs and of the toasts that follow them. */
export const DIALOGS = {
  'dialog.close': 'Close',
  'dialog.cancel': 'Cancel',
  'dialog.can-undo': 'You can undo this.',
  'dialog.nothing-yet': 'Nothing is recorded yet.',
  'told.on': 'On',
  'told.on-usual': 'On {isToday, select, yes {<b>today, {date}</b>} no {<b>{date}</b>, which is after today} other {}}',
  'told.fee': 'Fee charged',
  'told.reference': 'Reference',
  'told.note': 'Note',

  'amount.label': 'Amount',
  'amount.all': 'All',
  'amount.edit': 'Edit amount',
  'amount.problem':
    '{reason, select, empty {Enter an amount.} not_a_number {That is not an amount. Write it with digits and marks such as {example}.} other_currency {This amount is in {currency}, not in {given}.} too_many_decimals {{decimals, plural, =0 {This currency has no decimals.} one {This currency has # decimal.} other {This currency has # decimals.}}} too_large {That is more than the book can record.} other {}}',

  'fund.title': '{side, select, freelancer {Record funding of {milestone}} client {Fund {milestone}} other {}}',
  'fund.subtitle': 'Milestone {place, number} of {count, number}{hasDue, select, yes {, due {due}} other {}}',
  'fund.limit': '{minimum} or more',
  'fund.carried': 'Carried',
  'fund.carried-from': '{known, select, yes {Carried from {milestone}} other {Carried from escrow}}',
  'fund.new-deposit': 'New deposit from {client}',
  'fund.held-by': 'Held by {milestone}',
  'fund.fees': 'Fees on top; {total} to pay in all',
  'fund.tell':
    '{carries, select, yes {<b>{carried}</b> carried, <b>{deposit}</b> new deposit.} other {<b>{deposit}</b> new deposit.}} {closes, select, one {{closed} closes as paid, and escrow becomes <b>{escrow}</b>.} many {The partly paid milestones close, and escrow becomes <b>{escrow}</b>.} none {Escrow becomes <b>{escrow}</b>.} other {}}{spare, select, yes { <b>{unallocated}</b> of it stays for the next milestone.} other {}}',

  'review.title':
    '{side, select, freelancer {Record payment for {milestone}} client {Review & Pay {milestone}} other {}}',
  'review.subtitle': '{title}: {client} pays {freelancer}',
  'review.subtitle-deadline': 'Submitted. Automatic release on {date}, {when}.',
  'review.answer': 'Your answer',
  'review.approve': '{side, select, freelancer {{client} approves and pays} client {Approve & Pay} other {}}',
  'review.changes':
    '{side, select, freelancer {<b>{client} requests changes</b>} client {<b>Request changes</b>} other {}}, nothing is paid yet',
  'review.ask-changes': 'Request changes',
  'review.send': '{side, select, freelancer {Record payment} client {Send Payment} other {}}',
  'review.limit': '{of, select, milestone {of {most} held} unallocated {of {most} unallocated} other {}}',
  'review.stays': 'Stays',
  'review.all-held': 'All that {milestone} holds',
  'review.beyond': '{beyond} beyond it',
  'review.pay-most': 'Pay {most}',
  'review.pay-with-bonus': 'Pay {most} and a bonus of {bonus}',
  'review.tell':
    '{side, select, freelancer {You get <b>{amount}</b>{hasFee, select, yes {, <b>{net}</b> of it after a fee of {fee}} other {}}.} client {Sends <b>{amount}</b> to {freelancer}{hasFee, select, yes {, who gets {net} after a fee of {fee}} other {}}.} other {}} {rest, select, none {None of it stays in escrow.} fund {<b>{remainder}</b> stays in escrow and can fund the next milestone.} stays {<b>{remainder}</b> stays in escrow.} other {}}',
  'review.tell-bonus': 'Then a bonus of <b>{bonus}</b> is offered.',
  'review.tell-changes':
    '{side, select, freelancer {{client} wants changes.} client {Asks {freelancer} for changes.} other {}} Nothing is paid, and no deadline runs until the work is submitted again.',

  'end.title': 'End contract',
  'end.subtitle': '{contract}',
  'end.refund': 'Refund the <b>{amount}</b> that is left in escrow to {client}',
  'end.by': 'Who ends it',
  'end.by-client': '<b>{client} ends it</b>, and asks {freelancer} for the refund',
  'end.by-freelancer': '<b>{freelancer} ends it</b>, and the refund needs no answer',
  'end.tell':
    '{status, select, ending {Asks for <b>{amount}</b> back. The contract ends once {freelancer} approves{days, plural, =0 {} one {, or automatically after # day} other {, or automatically after # days}}.} ended {{hasMoney, select, yes {<b>{amount}</b> goes back to {client}, and the contract ends.} other {Nothing is in escrow. The contract ends.}}} other {}}{count, plural, =0 {} one { One planned milestone is cancelled.} other { # planned milestones are cancelled.}}',

  'resolve.title': 'Resolve dispute',
  'resolve.subtitle': '{amount} is disputed{hasReason, select, yes {: {reason}} other {}}',
  'resolve.release': 'Paid to {freelancer}',
  'resolve.refund': 'Refunded to {client}',
  'resolve.limit': 'of {amount} disputed',
  'resolve.tell': '<b>{release}</b> goes to {freelancer} and <b>{refund}</b> back to {client}.',

  'milestone-form.add': 'Add milestone',
  'milestone-form.edit': 'Edit {milestone}',
  'milestone-form.save': 'Save changes',
  'milestone-form.title': 'Title',
  'milestone-form.due': 'Due',
  'milestone-form.title-missing': 'Enter a title.',
  'edit.title': 'Edit contract',
  'edit.subtitle': 'A change of rules applies from now on.',
  'edit.save': 'Save changes',
  'edit.name.title': 'Title',
  'edit.name.client': 'Client',
  'edit.name.freelancer': 'Freelancer',
  'edit.name-missing': 'A name is missing.',
  'edit.currency': 'Currency',
  'edit.currency-kept':
    'It cannot be changed: every amount of this contract is in {currency}. If it is wrong, start again from a copy.',
  'edit.budget': 'Budget, {currency}',
  'edit.side': 'You are the',
  'edit.rules': 'Rules',
  'annotate.title': 'Reference and note',
  'annotate.save': 'Save',
  'annotate.foot': 'This moves no money.',

  'toast.again': 'Do it again',
  'toast.do-again': 'Recorded {entries, plural, one {# undone entry} other {# undone entries}} again',
  'toast.came-back': 'The window failed and is back where it was. This is a bug in Escrowbook; your book is unharmed.',
  'toast.nothing-to-undo':
    '{of, select, book {There is no entry to undo.} contract {This contract has no entry to undo.} other {}}',
  'toast.dismiss': 'Dismiss',
  'toast.refused': '{message}',
  'toast.open-contract': 'Opened <b>{contract}</b>',
  'toast.open-under-way':
    'Opened <b>{contract}</b> with its history, in {entries, plural, one {# entry} other {# entries}}',
  'toast.edit-contract':
    '{archived, select, true {Archived {contract}} false {Took {contract} out of the archive} same {Saved the changes to {contract}} other {}}',
  'toast.add-milestone': 'Added <b>{milestone}</b>',
  'toast.edit-milestone': 'Saved the changes to {milestone}',
  'toast.remove-milestone': 'Removed <b>{milestone}</b>',
  'toast.move-milestone': 'Moved {milestone} to position {place, number}',
  'toast.fund-milestone':
    'Funded {milestone}: {carries, select, yes {<b>{carried}</b> carried, } other {}}<b>{deposit}</b> new deposit',
  'toast.submit-work': 'Recorded the work on {milestone}',
  'toast.request-changes': 'Asked for changes to {milestone}',
  'toast.release':
    'Recorded <b>{amount}</b> to {freelancer}{of, select, milestone { for {milestone}} contract {} other {}}',
  'toast.bonus': 'Recorded a bonus of <b>{amount}</b> to {freelancer}',
  'toast.return-payment': 'Recorded <b>{amount}</b> back from {freelancer}',
  'toast.request-refund': 'Asked for <b>{amount}</b> back',
  'toast.approve-refund': 'Recorded <b>{amount}</b> back to {client}',
  'toast.decline-refund': 'Declined the refund',
  'toast.cancel-refund': 'Cancelled the refund request',
  'toast.open-dispute': 'Opened a dispute about <b>{amount}</b>',
  'toast.resolve-dispute': 'Resolved the dispute: <b>{release}</b> paid, <b>{refund}</b> refunded',
  'toast.end-contract':
    '{status, select, ending {Asked for <b>{amount}</b> back; {contract} ends once that is approved} ended {Ended {contract}} other {}}',
  'toast.remove-contract': 'Removed <b>{contract}</b>',
  'toast.correct':
    '{removed, select, yes {{known, select, yes {Removed “{what}”} other {Removed entry {entry, number}}}} other {{known, select, yes {Corrected “{what}”} other {Corrected entry {entry, number}}}{to, select, amount { to <b>{amount}</b>} fields {} other {}}}}{recorded, plural, =0 {} one {, one entry recorded anew} other {, # entries recorded anew}}',
  'toast.correct-again': 'Correct again',
  'toast.close-books': '{open, select, yes {Reopened the books} other {Closed the books until {until}}}',
  'toast.take-back-import':
    '{reversed, plural, =0 {Took the import back; none of its entries stood} one {Took the import back: # entry reversed} other {Took the import back: # entries reversed}}{recorded, plural, =0 {} other {, # recorded again}}',
  'toast.reverse': '{known, select, yes {Undid “{undone}”} other {Undid entry {entry, number}}}',
  'toast.annotate': 'Saved the reference and note of entry {entry, number}',
  'toast.rename-party': '{from} is now called {to}',
} as const

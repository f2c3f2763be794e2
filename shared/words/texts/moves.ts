/**
 * The words of each move in the contract summary and in the dialogs that several moves share; each
 * key ends with the type of its move.
 */
export const MOVES = {
  'brief.phrase.approve-refund': 'approve, decline or cancel the refund',
  'brief.phrase.resolve-dispute': 'resolve the dispute',
  'brief.phrase.fund-milestone':
    '{side, select, freelancer {record funding of {milestone}} client {fund {milestone}} other {}} with {carries, select, none {{deposit}} all {the {carried} in escrow} some {the {carried} in escrow and {deposit} more} other {}}',
  'brief.phrase.release':
    '{side, select, freelancer {record a payment of up to {max}} client {{submitted, select, yes {review {milestone} and pay some or all of the {max}} other {{of, select, milestone {pay up to {max} to {freelancer} for {milestone}} contract {pay out up to {max} that is unallocated} other {}}}}} other {}}',
  'brief.phrase.submit-work': 'submit the work on {milestone}',
  'brief.phrase.request-refund':
    '{side, select, freelancer {record a request for up to {max} back} client {ask for up to {max} back} other {}}',
  'brief.phrase.end-contract': 'end the contract',
  'brief.phrase.add-milestone': 'add a milestone',

  'brief.blocked.release':
    '{side, select, freelancer {{of, select, milestone {record a payment for {milestone}} contract {record a payment of what is unallocated} other {}}} client {{of, select, milestone {pay {milestone}} contract {pay out what is unallocated} other {}}} other {}}',
  'brief.blocked.submit-work': 'submit {milestone}',
  'brief.blocked.request-changes': 'request changes to {milestone}',
  'brief.blocked.request-refund':
    '{side, select, freelancer {record a refund request} client {request a refund} other {}}',
  'brief.blocked.open-dispute': 'open a dispute',
  'brief.blocked.return-payment': 'record a returned payment',
  'brief.blocked.bonus': '{side, select, freelancer {record a bonus} client {pay a bonus} other {}}',
  'brief.blocked.end-contract': 'end the contract',
  'brief.blocked.add-milestone': 'add a milestone',
  'brief.blocked.reverse': 'undo the last entry',

  'move.short.request-refund': 'Request refund',
  'move.short.request-refund.freelancer': 'Record refund request',
  'move.short.open-dispute': 'Open dispute',
  'move.short.edit-milestone': 'Edit',
  'move.short.move-milestone': 'Move',
  'move.short.remove-milestone': 'Remove',

  'amount-move.title.request-refund':
    '{side, select, freelancer {{of, select, milestone {Record refund request for {milestone}} contract {Record refund request} other {}}} client {{of, select, milestone {Request refund from {milestone}} contract {Request refund} other {}}} other {}}',
  'amount-move.title.open-dispute':
    '{of, select, milestone {Open dispute about {milestone}} contract {Open dispute} other {}}',
  'amount-move.title.return-payment': 'Returned payment',
  'amount-move.title.bonus': 'Bonus for {freelancer}',
  'amount-move.subtitle.request-refund': '{contract}: asks for money in escrow back to {client}.',
  'amount-move.subtitle.open-dispute': '{contract}: nothing else in escrow moves until it is resolved.',
  'amount-move.subtitle.return-payment': '{freelancer} gives back money that was already paid.',
  'amount-move.subtitle.bonus': 'Goes to {freelancer} directly; escrow is untouched.',
  'amount-move.confirm.request-refund':
    '{side, select, freelancer {Record refund request} client {Request refund} other {}}',
  'amount-move.confirm.open-dispute': 'Open dispute',
  'amount-move.confirm.return-payment': 'Record the return',
  'amount-move.confirm.bonus': '{side, select, freelancer {Record bonus} client {Pay bonus} other {}}',
  'amount-move.limit.request-refund': 'of {most} in escrow',
  'amount-move.limit.open-dispute': 'of {most} in escrow',
  'amount-move.limit.return-payment': 'of {most} paid',
  'amount-move.tell.request-refund':
    '<b>{amount}</b> is reserved until {side, select, freelancer {you answer} client {{freelancer} answers} other {}}. No money moves yet.',
  'amount-move.tell.open-dispute': '<b>{amount}</b> is reserved until the dispute is resolved. No money moves yet.',
  'amount-move.tell.return-payment':
    '<b>{amount}</b> goes back to {client}{hasFee, select, credit {, {fee} of it as a refunded fee} yes {} no {} other {}}.',
  'amount-move.tell.bonus':
    '{side, select, freelancer {You get <b>{amount}</b> directly} client {Sends <b>{amount}</b> to {freelancer} directly} other {}}{hasFee, select, yes {, {net} after a fee of {fee}} credit {} no {} other {}}.',
  'amount-move.reason': 'Reason',

  'confirm-move.title.approve-refund': 'Approve refund',
  'confirm-move.title.decline-refund': 'Decline refund',
  'confirm-move.title.cancel-refund': 'Cancel refund request',
  'confirm-move.title.submit-work': 'Submit {milestone}',
  'confirm-move.title.remove-contract': 'Remove contract',
  'confirm-move.title.reverse': 'Undo the last entry',
  'confirm-move.subtitle.approve-refund': '{client} asked for {amount} back.',
  'confirm-move.subtitle.decline-refund': '{client} asked for {amount} back.',
  'confirm-move.subtitle.cancel-refund': '{client} asked for {amount} back.',
  'confirm-move.subtitle.submit-work': '{freelancer} hands in the work; {held} is held for it.',
  'confirm-move.subtitle.remove-contract': '{contract}, between {client} and {freelancer}',
  'confirm-move.subtitle.reverse': '{contract}',
  'confirm-move.confirm.approve-refund': 'Approve refund',
  'confirm-move.confirm.decline-refund': 'Decline refund',
  'confirm-move.confirm.cancel-refund': 'Cancel request',
  'confirm-move.confirm.submit-work': 'Submit work',
  'confirm-move.confirm.remove-contract': 'Remove contract',
  'confirm-move.confirm.reverse': 'Undo',
  'confirm-move.tell.approve-refund':
    '<b>{amount}</b> goes back to {client}. {status, select, ended {The contract ends.} open {<b>{escrow}</b> stays in escrow.} ending {<b>{escrow}</b> stays in escrow.} other {}}',
  'confirm-move.tell.decline-refund': 'Nothing moves. <b>{amount}</b> stays in escrow and is free again.',
  'confirm-move.tell.cancel-refund': 'Nothing moves. <b>{amount}</b> stays in escrow and is free again.',
  'confirm-move.tell.submit-work':
    '{hasDeadline, select, yes {{client} has until <b>{date}</b> to answer; then the platform pays automatically.} other {{client} can review it and pay. No deadline runs.}}',
  'confirm-move.tell.remove-contract':
    'Takes <b>{contract}</b>{milestones, plural, =0 {} one { and its milestone} other { and its # milestones}} out of every list, total, report and reminder. No money has moved on it. Its entries stay in the ledger.',
  'confirm-move.tell.reverse':
    'Takes back <b>{what}</b>.{moves, select, yes { Escrow becomes <b>{escrow}</b>.} other {}}',
  'confirm-move.reverse-foot': 'It stays in the ledger, marked as undone.',
} as const

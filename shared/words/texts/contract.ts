/** The texts of a contract: summary, milestones, timeline. */
export const CONTRACT = {
  'contract.not-here': 'No such contract',
  'contract.open': 'Open',
  'contract.more': 'More actions',
  'contract.archive': 'Archive',
  'contract.unarchive': 'Take out of the archive',
  'contract.sub':
    '{client} pays {side, select, freelancer {you} client {{freelancer}} other {}} in {currency}, {preset, select, own {its own rules} other {{preset} rules}}{since, select, none {} other {, since {since}}}{archived, select, yes {, archived} other {}}',

  'brief.you-can': 'You can',
  'brief.by-itself': 'Automatic',
  'brief.nothing':
    '{status, select, ended {Nothing. The contract has ended.} open {{days, plural, =0 {Nothing. No deadline runs under these rules.} other {Nothing. No deadline runs until work is submitted.}}} ending {{days, plural, =0 {Nothing. No deadline runs under these rules.} other {Nothing. No deadline runs until work is submitted.}}} other {}}',
  'brief.nothing-to-do':
    '{status, select, ended {Nothing more; the contract has ended.} open {Nothing at the moment.} ending {Nothing at the moment.} other {}}',
  'brief.payee': '{side, select, freelancer {you} client {{freelancer}} other {}}',
  'brief.deadline':
    '{overdue, select, yes {{kind, select, review {Automatic release of <b>{amount}</b> to {freelancer} for {milestone} was due on {date}, {when}.} refund {Automatic approval of the refund of <b>{amount}</b> was due on {date}, {when}.} dispute {The dispute about <b>{amount}</b> needed an answer by {date}, {when}.} available {{amount} of {milestone} arrived on {date}, {when}.} other {}}} other {{kind, select, review {The platform pays <b>{amount}</b> to {freelancer} for {milestone} on {date}, {when}, if nobody answers.} refund {The platform refunds <b>{amount}</b> to {client} on {date}, {when}, if nobody answers.} dispute {The dispute about <b>{amount}</b> needs an answer by {date}, {when}.} available {{amount} paid for {milestone} reaches {freelancer} on {date}, {when}.} other {}}}}',
  'brief.not-now': 'Not now',
  'brief.record-it': 'Record it',
  'brief.sentence': '{list}.',

  'milestones.heading': 'Milestones',
  'milestones.none': 'No milestone is planned yet. Add the first: a title and an amount.',

  'milestone.due': 'due',
  'milestone.released': '{amount} paid',
  'milestone.refunded': '{amount} refunded',
  'milestone.carried': '{amount} carried over',
  'milestone.held': '{rest, select, yes {{amount} still held} other {{amount} held}}',
  'milestone.reserved': '{amount} of it reserved',
  'milestone.takes':
    '{all, select, yes {{carried} from escrow pays for all of it} other {{carried} from escrow and {deposit} to pay in}}',
  'milestone.unallocated':
    '{next, select, yes {Goes into the next milestone that is funded.} other {Belongs to no milestone.}}',
  'milestone.reorder': 'Reorder {milestone}',
  'milestone.reorder-how': 'Enter picks it up, the arrow keys move it, Enter drops it, Escape leaves it where it was.',
  'milestone.lifted':
    '{moved, select, yes {{milestone} would be at position {place, number} of {count, number}.} other {{milestone} is picked up from position {place, number} of {count, number}.}}',
  'milestone.move': '{place, select, up {Up} down {Down} first {First} last {Last} other {}}',

  'timeline.heading': 'Timeline',
  'timeline.all-again': 'Do all again',
  'timeline.amount': '{side, select, freelancer {To you} client {Amount} other {}}',
  'timeline.escrow': 'Escrow',
  'timeline.today': 'Today',
  'timeline.fee': '{side, select, freelancer {fee {fee}, you get {net}} client {fee {fee}, net {net}} other {}}',
  'timeline.new': '{amount} new',
  'timeline.corrected':
    '{of, select, amount {Corrected, was {amount}} day {Corrected, was {on}} details {Corrected} other {}}',
  'timeline.before':
    '{anew, select, yes {{count, plural, one {# entry before the correction} other {# entries before the correction}}} other {{count, plural, one {# entry taken back} other {# entries taken back together}}}}',
  'timeline.removed': 'removed',
  'timeline.taken-back':
    '{count, plural, one {Taken back as entry {first}} other {Taken back as entries {first} to {last}}}{anew, select, none {.} one {, recorded anew as {from}.} some {, recorded anew as {from} to {to}.} other {}}',
  'timeline.more': 'Show {count, plural, one {# older entry} other {# older entries}}',
} as const

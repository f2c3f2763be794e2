/** The texts of New contract, and of the forms for a plan, past moves and the rules. */
export const NEW_CONTRACT = {
  'new-contract.title': 'New contract',
  'new-contract.crumb': 'New',
  'new-contract.side': 'You are the',
  'new-contract.sentence': '{client} pays {freelancer} up to {budget} {currency} for {title}',

  'slot.client': 'Client',
  'slot.freelancer': 'Freelancer',
  'slot.budget': 'Budget',
  'slot.currency': 'Currency',
  'slot.title': 'Title',

  'new-contract.bar': 'How the money is split',
  'new-contract.open': 'Open contract',
  'new-contract.waiting': 'Fill in the sentence above.',
  'new-contract.missing':
    '{name, select, client {Say who pays.} freelancer {Say who is paid.} currency {Choose a currency.} title {Enter a title.} other {}}',
  'new-contract.missing-title': 'Milestone {place, number} needs a title.',
  'new-contract.missing-amount': '{milestone} needs an amount.',
  'new-contract.tell':
    'Opens <b>{title}</b>. Nothing is paid in yet; {count, plural, =0 {milestones can be added later.} other {the first milestone, {first}, will need <b>{amount}</b>.}}',
  'new-contract.tell-under-way':
    'Opens <b>{title}</b> with its history since {since}, in {entries, plural, one {# entry} other {# entries}}: <b>{released}</b> paid out, <b>{escrow}</b> in escrow.',

  'plan.under-way': 'Already under way',

  'past.day': '{what, select, funded {Funded} submitted {Submitted} other {}}',
  'past.day-of':
    '{what, select, funded {Day on which milestone {place, number} was funded} submitted {Day on which milestone {place, number} was submitted} other {}}',
  'past.paid': 'Paid',
  'past.on': 'on',
  'past.paid-of': 'Payment {which, number} of milestone {place, number}',
  'past.paid-on-of': 'Day of payment {which, number} of milestone {place, number}',
  'past.more': 'Another',
  'past.more-of': 'Another payment of milestone {place, number}',
  'past.remove': 'Remove payment {which, number} of milestone {place, number}',
  'past.missing':
    '{what, select, funded {Enter the day {milestone} was funded.} paid {Enter the day {milestone} was paid.} other {}}',

  'paste.title': 'milestone title task name description work',
  'paste.amount': 'amount price value budget total',
  'paste.due': 'due deadline',
  'paste.funded': 'fund deposit escrow',
  'paste.submitted': 'submit deliver hand',
  'paste.paid': 'paid pay release',

  'plan.keys': 'Enter goes to the next row, {keys} opens the contract.',
  'plan.paste': 'Rows copied from a spreadsheet can be pasted into a milestone: titles, amounts, days.',
  'plan.place': 'Number',
  'plan.title': 'Title',
  'plan.due': 'Due',
  'plan.amount': 'Amount',
  'plan.so-far': 'So far',
  'plan.remove-heading': 'Remove',
  'plan.title-of': 'Title of milestone {place, number}',
  'plan.due-of': 'Due date of milestone {place, number}',
  'plan.amount-of': 'Amount of milestone {place, number}',
  'plan.next': '{place, plural, =1 {First milestone} other {Next milestone}}',
  'plan.remove': 'Remove {title}',
  'plan.planned': 'Planned',
  'plan.left': '{over, select, yes {Over the budget} other {Left in the budget}}',

  'rules.heading': 'Rules',
  'rules.preset': 'Preset',
  'rules.own': 'own rules',
  'rules.note':
    'As of {year}. <b>Check your own contract.</b>{asks, plural, =0 {} one { One of these differs from person to person; please enter yours.} =2 { Two of these differ from person to person; please enter yours.} other { # of these differ from person to person; please enter yours.}}',
  'rules.ask-share':
    '{either, select, yes {{least, number} or {most, number}} other {{least, number} to {most, number}}}, as agreed',
  'rules.ask-fee':
    'once, {either, select, yes {{least, number} or {most, number}} other {{least, number} to {most, number}}}',
  'rules.edit': '{all, select, yes {Show less} other {Edit all rules}}',
  'rules.name':
    '{name, select, contract_fee {Contract fee} funding {Funding} review {Review} refund {Refunds} dispute {Disputes} available {Payments} other {}}',
  'rules.value':
    '{name, select, contract_fee {{money}} funding {{value, plural, =1 {one at a time} other {many at once}}} review {{value, plural, =0 {no deadline} one {# day} other {# days}}} refund {{more, plural, =1 {at the end only} other {at any time}}} dispute {{value, plural, one {# day} other {# days}}} available {{value, plural, one {# day} other {# days}}} other {}}',
  'rules.more':
    '{name, select, contract_fee {once, with the first deposit} funding {{money} or more} review {{value, plural, =0 {} other {then automatic release}}} refund {{value, plural, =0 {no deadline} one {# day} other {# days}}{back, select, yes {, fees come back} other {}}} dispute {to answer} available {on their way} other {}}',

  'fee.none': 'no fee',
  'fee.base': '{kind, select, share {{share} %} plus {{plus}} both {{share} % + {plus}} other {}}',
  'fee.more':
    '{surcharged, select, yes {{more} more below {under}, } other {}}{bounded, select, least {at least {least}, } most {at most {most}, } both {at least {least}, at most {most}, } no {} other {}}{on, select, total {{payer, select, client {charged once over all deposits} freelancer {charged once over all payments} other {}}} each {{payer, select, client {on each deposit} freelancer {of each payment} other {}}} other {}}',
  'fee.short':
    '{base}{surcharged, select, yes {, {more} more below {under}} other {}}{bounded, select, least {, at least {least}} most {, at most {most}} both {, {least} to {most}} no {} other {}}',
  'fee.whole': '{base}, {more}',

  side: '{side, select, freelancer {freelancer} client {client} other {}}',

  'policy.client-fee': 'Client fee',
  'policy.freelancer-fee': 'Freelancer fee',
  'policy.contract-fee': 'Contract fee',
  'policy.more-fee': 'More about this fee',
  'policy.fee-field':
    '{payer, select, client {Client} freelancer {Freelancer} other {}}: {field, select, Plus {added to the percentage} Least {at least} Most {at most, empty for no limit} Under {amounts below} UnderPlus {cost this much more} On {charged on} other {}}',
  'policy.fee-on':
    '{on, select, total {{payer, select, client {all deposits together} freelancer {all payments together} other {}}} each {{payer, select, client {each deposit} freelancer {each payment} other {}}} other {}}',
  'policy.minimum': 'Minimum milestone',
  'policy.review': 'Review, then automatic release',
  'policy.refund': 'Refund, then automatic approval',
  'policy.dispute': 'Answer to a dispute',
  'policy.available': 'Payments on their way',
  'policy.unit': '{unit, select, days {days} percent {%} other {}}',
  'policy.funding': 'Funding',
  'policy.funding-value': '{funding, select, one {one milestone at a time} many {many milestones at once} other {}}',
  'policy.refund-only-at-end': 'Refunds only by ending the contract',
  'policy.fees-refundable': 'Fees come back with refunds',
} as const

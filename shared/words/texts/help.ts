/** The texts of Help, except the glossary's terms. */
export const HELP = {
  'help.title': 'Help',

  'help.getting-started': 'Getting started',
  'help.getting-started.intro':
    'A client asks: can I pay in {total} once and use it for several milestones? Yes, in five steps.',
  'help.getting-started.open': 'Open a contract.',
  'help.getting-started.open.how':
    'Say who pays whom, in which currency, and what the milestones are: {first}, {second} and {third}. Nothing is paid in yet.',
  'help.getting-started.open.result': 'Everything is still to fund.',
  'help.getting-started.fund': 'Fund the first milestone with {total}.',
  'help.getting-started.fund.how':
    'Its amount becomes {total}. One milestone is funded at a time, with at least {minimum}.',
  'help.getting-started.fund.result': '{total} in escrow.',
  'help.getting-started.pay': 'Review & Pay {first} of it.',
  'help.getting-started.pay.how': 'Approve & Pay, the pencil, {first}, Send Payment. The remainder stays in escrow.',
  'help.getting-started.pay.result': '{first} paid, {remainder} in escrow.',
  'help.getting-started.carry': 'Fund the second milestone with what is left.',
  'help.getting-started.carry.how':
    'Its {second} comes from the {remainder} in escrow, so nothing is paid in. The other {third} waits for the third.',
  'help.getting-started.carry.result': '{first} paid, {second} held, {third} unallocated.',
  'help.getting-started.end': 'Pay it, fund and pay the third, and end the contract.',
  'help.getting-started.end.how': 'Nothing is left over. If anything were, ending would offer to refund it.',
  'help.getting-started.end.result': '{total} paid, with one deposit.',

  'help.glossary': 'Glossary',
  'help.glossary.intro': 'The words as Escrowbook uses them.',

  'help.keyboard': 'Keyboard',
  'help.keyboard.intro': 'Every action can be found under {find} ({keys}), with its shortcut next to it.',
  'help.keyboard.everywhere': 'Everywhere',
  'help.keyboard.screens': 'Screens',
  'help.keyboard.contract': 'A contract',
  'help.keyboard.lists': 'Lists and tables',

  'help.files': 'The files of your book',
  'help.files.intro':
    'The journal is the whole book, and everything else can be rebuilt from it. For a backup of your own, copy the folder.',
  'help.files.journal':
    'Every line that was ever recorded, in order. Each carries a fingerprint of all lines before it.',
  'help.files.backups':
    'Compressed copies of the journal: 7 daily, 4 weekly and 12 monthly, those you asked for, and one from before each restore, import or new format.',
  'help.files.book': 'What the journal adds up to, so that the app starts at once.',
  'help.files.front-page': 'For a large book, what the first screen shows while the rest is read.',
  'help.files.recovered': 'What was set aside when something was repaired. Nothing is thrown away.',
  'help.files.lock': 'Which program has the book open. It is removed when that program closes the book.',
  'help.files.lock-held': 'Nothing. On Windows and macOS, the system keeps it for the program that has the book open.',
  'help.files.fate':
    '{fate, select, keep {Keep it} rebuilt {Rebuilt if missing} look {Delete it once you have looked at it} spare {Can be deleted} leave {Leave it alone} other {}}',
  'help.files.format': 'Each line of the journal is plain JSON and can be read and checked without Escrowbook.',

  'help.licences': 'Licences',
  'help.licences.intro': 'Escrowbook is free software under the MIT licence, built with the work of others.',
  'help.licences.caption': 'Software in Escrowbook and its licences',
  'help.licences.name': 'Name',
  'help.licences.version': 'Version',
  'help.licences.licence': 'Licence',
  'help.licences.full':
    'The full texts are in THIRD-PARTY.txt, next to the program. Chromium’s own list is in LICENSES.chromium.html there.',
} as const

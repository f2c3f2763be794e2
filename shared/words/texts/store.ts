/** The fault of a record that makes no book, within a sentence. */
const FOLD_FAULT =
  '{about, select, entry {entry {entry, number}} line {line {line, number}} other {}} {fault, select, fund {funds a milestone with money that is not there} carry {carries over money that is not there} release {releases money that is not there} refund {refunds money that is not there} resolve {pays out money that is not there} opened {opens a contract that is there already} unopened {is about a contract that is not there} milestone {is about a milestone that is not there} reversal {takes back an entry that it cannot take back} rules {is against the rules} other {}}'

/** The sentences of the store: why it refused a command, and the health of the book. */
export const STORE = {
  'refusal.book-read-only': 'The book in {path} can only be read now; nothing was recorded.',
  'hint.book-read-only': 'Settings says why. Repair it there, or open the book again.',
  'refusal.book-locked': 'The book is open in another process ({pid} on {host}, since {since}).',
  'hint.book-locked': 'Close it there. If that computer no longer runs it, delete {file}.',
  'hint.book-locked.near': 'Close it there first.',
  'refusal.book-locked.unknown': 'The book is open in another process that cannot be named.',
  'hint.book-locked.unknown': 'Close it there. If nothing runs it any more, delete {file}.',
  'refusal.disk-full': 'The disk is full; nothing was recorded.',
  'hint.disk-full': 'Free some space on the disk of {path} and try again.',
  'refusal.disk-full.preferences': 'The disk is full; the setting was not changed.',
  'hint.disk-full.preferences': 'Free some space on the disk of {path} and try again.',
  'refusal.write-failed.preferences': 'The setting could not be saved ({reason}), and was not changed.',
  'hint.write-failed.preferences': 'Check the rights of {path} and of its folder.',
  'refusal.write-failed': '{path} could not be written ({reason}); nothing was recorded.',
  'hint.write-failed': 'Check the disk, then open the book again.',
  'refusal.write-failed.place-taken': 'There is already something in {path}.',
  'hint.write-failed.place-taken': 'Choose a folder that does not exist yet, or is empty.',
  'refusal.bad-input.own-folder': '{path} is the book’s own folder, or is inside it.',
  'hint.bad-input.own-folder': 'Choose a folder outside it.',
  'refusal.bad-input.program-folder':
    '{path} is in the program’s folder {program}, where an update or uninstalling may delete it.',
  'hint.bad-input.program-folder': 'Choose a folder outside it, such as one in Documents.',
  'refusal.write-failed.in-use': '{path} is open in another program.',
  'hint.write-failed.in-use': 'Close it in the other program, and try again.',
  'refusal.write-failed.moved': 'The book is no longer in {path}, or another program changed it; nothing was recorded.',
  'hint.write-failed.moved': 'Put it back, or open it where it is now.',
  'refusal.format-too-new': 'This book has format {found}; this app knows formats up to {known}.',
  'hint.format-too-new': 'Install a newer Escrowbook to open it. Nothing was changed.',
  'refusal.bad-input.unknown-party': '{name} is not a party of any contract.',
  'hint.bad-input.unknown-party': 'Choose a name that a contract has.',
  'refusal.bad-input.unknown-backup': 'There is no backup {id}.',
  'hint.bad-input.unknown-backup': 'Choose one from the list.',
  'refusal.bad-input.unaccepted-backup': `The backup {id} makes no book: ${FOLD_FAULT}. Nothing was changed.`,
  'hint.bad-input.unaccepted-backup': 'Choose another one.',
  'refusal.unreadable-statement.unaccepted-export': `The book in this export makes no book: ${FOLD_FAULT}.`,
  'hint.unreadable-statement.unaccepted-export': 'Use another export, or a backup.',
  'refusal.bad-input.newer-backup':
    'Line {line, number} of the backup {id} holds something that this version of Escrowbook does not know ({type}). Nothing was changed.',
  'hint.bad-input.newer-backup': 'Update the app, or choose another one.',
  'refusal.bad-input.bad-backup': 'The backup {id} is damaged; nothing was changed.',
  'hint.bad-input.bad-backup': 'Choose another one.',
  'refusal.bad-input.unknown-place': 'Where the book is cannot be read: {path} is damaged.',
  'hint.bad-input.unknown-place': 'Open Escrowbook, which looks for the book, or name its folder with --book.',
  'refusal.bad-input.no-book': 'There is no book in {path}.',
  'hint.bad-input.no-book': 'Name the folder that has journal.ndjson in it.',
  'refusal.bad-input.unreadable-book': 'The book in {path} cannot be read ({reason}).',
  'hint.bad-input.unreadable-book': 'Ask its owner for access, or name another folder.',
  'health.torn':
    'The last line was not finished when the app or the computer stopped; it had not been confirmed. It was set aside as {file}.',
  'health.torn-read-only':
    'The last line was not finished when the app or the computer stopped; it had not been confirmed.',
  'health.torn-unmended':
    'The last line was not finished when the app or the computer stopped, and could not be set aside ({reason}). The book can only be read; free some space on the disk, then open it again. Everything confirmed is there.',
  'health.newline': 'The last line lacked its line end; it is complete, and the line end was added.',
  'health.newline-junk':
    'The last line had something else in place of its line end; it is complete. What followed was set aside as {file}.',
  'health.changed': 'Line {line, number} of the journal is not as it was written. The book can only be read.',
  'health.misplaced':
    'Line {line, number} of the journal does not follow the one before it: lines were lost or swapped. The book can only be read.',
  'health.unaccepted': `Line {line, number} of the journal cannot be what this app wrote: ${FOLD_FAULT}. The book can only be read.`,
  'health.unknown-record':
    'Line {line, number} of the journal holds something that this version of Escrowbook does not know ({type}). Update the app. Until then the book can only be read, up to that line.',
  'health.unreadable': 'Line {line, number} of the journal cannot be read. The book can only be read.',
  'health.journal-missing':
    'The journal {path} is missing or empty, but there were {entries, plural, one {# entry} other {# entries}}. Put it back.',
  'health.journal-blocked': 'The journal {path} cannot be opened ({reason}). Nothing was changed.',
  'health.rolled-back':
    'On {at}, this book had {entries, plural, one {# entry} other {# entries}}; {missing, plural, one {one of them is} other {# of them are}} not in it now. An older copy of its folder may have been put back. What is here is intact, and nothing is recorded until you have chosen.',
  'health.rolled-aside':
    'On {at}, this book had other entries than it has now. A copy of its folder that went its own way may have been put in its place. What is here is intact, and nothing is recorded until you have chosen.',
  'health.offer-backup':
    'The newest good backup is from {at}, with {entries, plural, one {# entry} other {# entries}}; {missing, plural, =0 {none would be missing} one {# entry would be missing} other {# entries would be missing}}.',
  'health.no-backup': 'There is no good backup.',
  'health.checkpoint-damaged':
    'book.json was damaged; it was set aside as {file} and rebuilt from the journal, which is intact.',
  'health.checkpoint-ahead':
    'book.json had {known, plural, one {# entry} other {# entries}}, more than the journal has: entries are missing unless an older journal was put back on purpose. book.json was set aside as {file} and rebuilt from the journal.',
  'health.checkpoint-foreign':
    'book.json belongs to another book, or to another history of this one; it was set aside as {file} and rebuilt from the journal.',
  'health.checkpoint-false':
    'Figures{contracts, plural, =0 {} one { of # contract} other { of # contracts}} were not those that the journal proves. {aside, select, no {book.json was not used} yes {book.json was set aside as {file}} other {}}; all figures were made again from the journal, which is intact.',
  'verify.figures':
    '{count, plural, =0 {The journal does not prove every figure now.} other {{contracts, plural, =0 {Figures of the book} one {Figures of # contract} other {Figures of # contracts}} were not those that the journal proves{contracts, plural, =0 {} other { ({ids}{others, plural, =0 {} other { and # more}})}}; they were made again from it.}}',
  'health.checkpoint-blocked':
    'book.json cannot be used ({reason}) and was left alone; the book is intact, but starts more slowly. Move that file away.',
  'health.checkpoint-failed': 'book.json could not be written ({reason}); the book is intact, but starts more slowly.',
  'health.backup-failed': 'A backup could not be made ({reason}).',
  'health.conflict-copy':
    'Next to the book is {name}, named as sync programs name a second copy. It is not read. Move it away, and let only one computer write the book.',
  'health.rights-open':
    'Other people who use this computer may read {path}, and its rights cannot be changed. Keep the book in a folder of your own.',
  'health.unsure':
    'The disk did not confirm the last write ({reason}), which was refused. The book can only be read until it is opened again; everything confirmed before is there.',
  'problem.changed': 'Line {line, number} is not as it was written.',
  'problem.misplaced': 'Line {line, number} does not follow the one before it: lines were lost or swapped.',
  'problem.unreadable': 'Line {line, number} cannot be read.',
  'problem.unaccepted': `Line {line, number} cannot be what this app wrote: ${FOLD_FAULT}.`,
  'problem.unknown-record':
    'Line {line, number} holds something that this version of Escrowbook does not know ({type}). Update the app.',
  'problem.torn': 'Line {line, number} has no end.',
  'health.folder-read-only': 'The folder {path} cannot be written ({reason}), so the book can only be read.',
  'health.folder-full':
    'The disk of {path} is full, so the book can only be read. Free some space, then open it again.',
} as const

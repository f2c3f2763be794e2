/** The texts of Settings, of backups, and of confirmations before something is lost. */
export const SETTINGS = {
  'nav.settings': 'Settings',

  'action.back-up': 'Back up now',
  'action.restore': 'Restore a backup…',
  'action.open-book': 'Open another book…',
  'action.move-book': 'Move or rename the book…',
  'action.export':
    'Export as {format, select, csv {CSV} hledger {hledger journal} beancount {Beancount} json {JSON} ics {calendar} other {}}…',
  'action.settings-keywords': 'preferences options theme backup parties keyboard',
  'toast.backed-up': 'Backed up: {entries, plural, =0 {no entries yet} one {# entry} other {# entries}}.',
  'toast.restored':
    'Restored. The book has {entries, plural, =0 {no entries} one {# entry} other {# entries}} now; what it was before is kept as a backup.',
  'toast.exported': 'Saved as {path}.',

  'settings.answer':
    'This book is one folder on this computer. {backup, select, none {It has no backup yet.} some {Its last backup is from <b>{when}</b>.} other {}}',
  'settings.moment': '{day}, {time}',

  'settings.book': 'Book',
  'settings.name': 'Name',
  'settings.closed': 'Closed period',
  'settings.folder': 'Folder',
  'settings.move': 'Move or rename…',
  'settings.health': 'Health',
  'settings.health-state':
    '{state, select, damaged {Damaged{line, plural, =0 {} other { at line #}}} newer {Update the app{line, plural, =0 {} other {: line # is of a later version}}} checking {Being checked} recovered {Intact, after something was set aside} ok {Intact} other {}}, {entries, plural, =0 {no entries} one {# entry} other {# entries}}',
  'settings.check': 'Check now',
  'settings.checking': 'Checking every line…',
  'settings.checked': 'Every line is as it was written. Checked {when}.',
  'settings.hash': 'Fingerprint',
  'settings.hash-none': 'None yet; the first entry will have one.',

  'settings.backups': 'Backups',
  'settings.last': 'Last',
  'settings.last-none': 'None yet. One is made automatically on the first day with an entry.',
  'settings.verified': '{when}, verified',
  'settings.kept': 'Kept',
  'settings.kept-value': '7 daily, 4 weekly, 12 monthly',
  'settings.kept-so-far': '{count, plural, one {# backup} other {# backups}} so far, {size}',
  'settings.backup-of':
    '{reason, select, daily {daily} asked {on request} restore {before a restore} import {before an import} migration {before a new format} other {}}, {entries, plural, =0 {no entries} one {# entry} other {# entries}}',
  'settings.restore-from': 'Restore',
  'settings.restore': 'Restore…',
  'settings.restore-label': 'Restore the backup of {when}…',
  'settings.restore-export': 'A JSON export of a whole book',
  'settings.show-all': 'Show all {count, number}',

  'restore.title': 'Restore the backup of {when}?',
  'restore.about':
    'It has {entries, plural, =0 {no entries} one {# entry} other {# entries}}. {missing, plural, =0 {No entry of the book would be missing.} one {This entry, recorded after it, would be missing:} other {These # entries, recorded after it, would be missing:}}',
  'restore.about-damaged':
    'It has {entries, plural, =0 {no entries} one {# entry} other {# entries}}. {missing, plural, =0 {No entry that was found would be missing.} one {One entry, recorded after it, would be missing.} other {# entries, recorded after it, would be missing.}}',
  'restore.entry': 'No. {entry, number}, {what}, {contract}',
  'restore.more': '{count, plural, one {and # more} other {and # more}}',
  'restore.foot': 'The book as it is now is backed up first.',
  'restore.stay': 'Keep the book',
  'restore.act': 'Restore',
  'rollback.title': 'Go on with this book?',
  'rollback.about':
    '{missing, plural, =0 {It goes on from here, without the entries it had in its other history.} one {It goes on from here, without the entry it lacks.} other {It goes on from here, without the # entries it lacks.}}',
  'rollback.foot': 'The backups stay, and can be restored later. What is recorded from now on would then be lost.',
  'rollback.stay': 'Decide later',
  'rollback.act': 'Go on from here',
  'banner.accept-rollback': 'Keep this book…',
  'banner.restore': 'Restore the backup of {when}…',

  'settings.appearance': 'Appearance and reminders',
  'settings.theme': 'Theme',
  'settings.theme-name': '{theme, select, light {Light} dark {Dark} system {System} other {}}',
  'settings.rows': 'Rows',
  'settings.rows-name': '{rows, select, compact {Compact} regular {Regular} other {}}',
  'settings.reminders': 'Reminders',
  'settings.reminders-name': '{on, select, yes {On} other {Off}}',
  'settings.reminders-about':
    'By a system notification, three days and one day before a deadline. Only while the app is open.',

  'settings.formats': 'Formats',
  'settings.numbers': 'Numbers',
  'settings.dates': 'Dates',
  'settings.as-system': 'Same as the system: {example}',
  'settings.formats-about': 'Amounts are typed the way they are written. Date fields follow the system.',

  'settings.new': 'New contracts',
  'settings.side': 'You are',
  'settings.side-name': '{side, select, freelancer {Freelancer} client {Client} other {}}',
  'settings.currency': 'Currency',
  'settings.preset': 'Rules',

  'settings.presets': 'Presets',
  'settings.presets-as-of': 'As of {year}; check your own contract',
  'settings.preset-name': 'Preset',
  'settings.preset-default': 'default',
  'settings.funded': 'Funded',
  'settings.funded-value': '{funding, select, one {one} many {many} other {}}',
  'settings.least': 'Minimum',
  'settings.review': 'Review',
  'settings.refund': 'Refund',
  'settings.client-fee': 'Client fee',
  'settings.freelancer-fee': 'Freelancer',
  'settings.once': '{amount} once',
  'settings.presets-note':
    'Review and refund in days, the minimum of a milestone in {currency}. Every field can be changed in a contract.',

  'preset-form.add': 'Add a preset',
  'preset-form.edit': 'Edit {name}',
  'preset-form.save': 'Save changes',
  'preset-form.subtitle': 'Your own rules for new contracts to start with. Open contracts keep theirs.',
  'preset-form.foot': 'It is kept for all your books.',
  'preset-form.name': 'Name',
  'preset-form.name-missing': 'Enter a name.',
  'preset-form.name-taken': 'There is already a preset called {name}. Choose another name.',
  'preset-form.remove': 'Remove',
  'preset-form.remove-label': 'Remove the preset {name}…',
  'preset-form.remove-title': 'Remove the preset {name}?',
  'preset-form.remove-about': 'New contracts can no longer start with it. Those that did keep their rules.',
  'preset-form.keep': 'Keep it',

  'settings.parties': 'Parties',
  'settings.parties-count':
    '{clients, plural, one {# client} other {# clients}}, {freelancers, plural, one {# freelancer} other {# freelancers}}',
  'settings.parties-none': 'Once a contract is opened, its client and freelancer are listed here.',
  'settings.party-find': 'Find a name',
  'settings.party-nobody': 'No matches.',
  'settings.party':
    '{role, select, both {Client and freelancer} client {Client} freelancer {Freelancer} other {}}, {contracts, plural, one {# contract} other {# contracts}}, {open, plural, =0 {none open} other {# open}}',
  'settings.rename': 'Rename…',
  'settings.rename-label': 'Rename {name}…',
  'rename.title': 'Rename {name}',
  'rename.subtitle':
    'In {contracts, plural, one {its contract} other {all # contracts}}, those that have ended included.',
  'rename.to': 'New name',
  'rename.missing': 'Enter the new name.',
  'rename.same': 'That is the name already.',
  'rename.confirm': '{merges, select, yes {Rename and merge} other {Rename}}',
  'rename.tell':
    '{contracts, plural, one {# contract} other {# contracts}} of <b>{from}</b> will name <b>{to}</b>. No money moves.',
  'rename.merges':
    '<b>{to}</b> is already in the book, with {theirs, plural, one {# contract} other {# contracts}}. The two become one, with {all, plural, one {# contract} other {# contracts}}, and cannot be told apart again.',
  'rename.foot': '{merges, select, yes {This cannot be undone.} other {Rename it back to undo this.}}',

  'settings.keyboard': 'Keyboard',

  'leave.title': '{what, select, contract {Discard this new contract?} changes {Discard what you changed?} other {}}',
  'leave.about': 'What you typed is not recorded yet.',
  'leave.stay': 'Keep editing',
  'leave.act': 'Discard',
} as const

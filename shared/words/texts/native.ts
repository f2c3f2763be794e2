/** The texts outside the page: startup problems, the native menu, system notifications. */
export const NATIVE = {
  'start.failed': 'The book in {folder} cannot be opened.',
  'start.in-program': 'Your book is in the program’s folder.',
  'start.in-program.why':
    'An update, or uninstalling the app, may delete {folder}. Move the book out before you go on; nothing in it changes.',
  'start.move-out': 'Move it out…',
  'start.refused-switch':
    'Escrowbook does not start with --{name}: it would hand your book to another program, or take a protection away. Start it without that.',
  'start.again': 'Try again',
  'start.quit': 'Quit',

  'missing.gone': 'The book is not in {folder}.',
  'missing.gone-known':
    'The book is not in {folder}. It had {entries, plural, one {# entry} other {# entries}} on {at}.',
  'missing.unknown': 'Where your book is cannot be read: {file} is damaged.',
  'missing.found':
    '{kind, select, book {Found: a book} backups {Found: backups of a book} other {}} with {entries, plural, one {# entry} other {# entries}}, the last one of {at}, in {path}.',
  'missing.nothing': 'No other book was found. Its disk may not be connected, or its folder may have been moved.',
  'missing.unharmed': 'No new book was begun in place of yours.',
  'missing.open': 'Open {name}',
  'missing.choose': 'Choose its folder…',
  'missing.none-there': 'There is no book in {folder}.',
  'missing.other': 'Back',
  'missing.begin': 'Begin a new book there',

  'move-book.title': 'Move the book',
  'move-book.button': 'Move',
  'move-book.name': 'Folder:',
  'move-book.failed': 'The book could not be moved to {folder}. It is still where it was.',

  'crash.again': 'The window has failed several times.',
  'crash.unharmed': 'This is a bug in Escrowbook. Your book is unharmed: everything recorded is there.',
  'crash.reload': 'Open it again',

  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.view': 'View',
  'menu.window': 'Window',
  'menu.help': 'Help',
  'menu.export': 'Export as',
  'menu.about': 'About {app}',
  'about.copyright': 'Copyright © 2026 Escrowbook contributors, MIT licence',
  'about.notices': 'Third-party licences: {file}',

  'menu.services': 'Services',
  'menu.hide': 'Hide {app}',
  'menu.hide-others': 'Hide Others',
  'menu.show-all': 'Show All',
  'menu.quit': '{system, select, mac {Quit {app}} pc {Quit} other {}}',
  'menu.close': 'Close Window',
  'menu.minimize': 'Minimise',
  'menu.zoom': 'Zoom',
  'menu.front': 'Bring All to Front',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.delete': 'Delete',
  'menu.select-all': 'Select All',
  'menu.actual-size': 'Actual Size',
  'menu.zoom-in': 'Zoom In',
  'menu.zoom-out': 'Zoom Out',
  'menu.full-screen': 'Full Screen',
  'menu.reload': 'Reload',
  'menu.developer-tools': 'Developer Tools',

  'reminder.title':
    '{kind, select, review {Automatic release {when}} refund {Automatic refund {when}} dispute {A dispute needs an answer {when}} due {Work is due {when}} other {}}',
  'reminder.body': '{contract}: {amount} {currency}',
  'reminder.many': '{count, plural, one {# deadline} other {# deadlines}} in the next three days',
  'reminder.many-body': 'The first is for {contract}.',
} as const

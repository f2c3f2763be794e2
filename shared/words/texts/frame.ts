/** The texts around every screen: sidebar, banner, actions, shortcuts, palette, failure. */
export const FRAME = {
  'app.name': 'Escrowbook',

  'nav.label': 'Screens',
  'nav.where': 'Where you are',

  'book.default-name': 'My book',
  'book.sample-name': 'Sample book',
  'book.read-only': 'Read only',
  'book.health':
    '{state, select, checking {{entries, plural, =0 {Empty} one {# entry} other {# entries}}, checking} damaged {Damaged} newer {Update the app} ok {{entries, plural, =0 {Empty} one {# entry} other {# entries}}, intact} recovered {{entries, plural, =0 {Empty} one {# entry} other {# entries}}, intact} other {}}',
  'book.remark': 'Something to know',
  'book.damaged-line': 'Damage at line {line, number}',
  'book.backed-up': 'Backed up {when}',

  'banner.read-only': 'This book is read-only.',
  'banner.read-only-means': 'You can read and export; nothing can be recorded.',

  'action.find-or-do': 'Find or do',
  'action.new-contract': 'New contract',
  'action.new-contract-keywords': 'open add create start',
  'action.enter-under-way': 'Enter a contract under way',
  'action.enter-under-way-keywords': 'half-way existing running past spreadsheet import take over move',
  'action.open-sample': 'Open the sample book',
  'action.open-sample-keywords': 'example demo try',
  'action.undo': 'Undo',
  'action.next-step': 'Do the next step',
  'action.duplicate': 'Duplicate as a new contract',

  'keys.name':
    '{key, select, Command {⌘} Control {Ctrl} Shift {Shift} Alt {Alt} Enter {Enter} Escape {Esc} Space {Space} Home {Home} End {End} ArrowUp {↑} ArrowDown {↓} other {{key}}}',

  'keyboard.dialog': 'Close a dialog or menu',
  'keyboard.calendar': 'Open the calendar, in the field of a day',
  'keyboard.open-contract': 'Open the new contract, from each of its fields',
  'keyboard.reorder': 'Move a planned milestone by its handle',
  'keyboard.rows': 'Move through the rows of a table',
  'keyboard.ends': 'Go to the first or last row',
  'keyboard.row': 'Open the row',
  'keyboard.tick': 'Tick the row, in Reconcile',
  'keyboard.menu': 'Menu of a contract, in the list',
  'keyboard.search': '{search}, in the list',

  'palette.hint': 'An action, a contract, a name',
  'palette.found': 'Results',
  'palette.do': 'Actions',
  'palette.nothing': 'No matches.',

  'error.title': 'This screen has failed.',
  'error.answer': 'This is a bug in Escrowbook. Your book is unharmed: everything recorded is there.',
  'error.again': 'Try again',
  'error.copy': 'Copy details',
} as const

/** The texts that the app prints where it was asked on a terminal. */
export const TERMINAL = {
  'terminal.version': 'Escrowbook {version}',
  'terminal.help': `Escrowbook keeps a book of freelance escrow on this computer. It needs no network.

Usage: escrowbook [options]

  --book DIR     open the book in this folder, and make it where there is none
  --version, -v  print the version
  --help, -h     print this

The folder can also be named in ESCROWBOOK_DIR; --book wins. Otherwise the book lies
in the app''s data folder, which Settings shows. A book that is open already comes to the front.`,
} as const

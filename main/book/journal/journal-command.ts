import { type AccountCommand, isAccountCommandType } from '../../../shared/account/commands.ts'
import type { EscrowCommand } from '../../../shared/contract/commands.ts'

/** A command that the journal records: about contracts and the book, or about an account. */
export type JournalCommand = EscrowCommand | AccountCommand

/** True for a command about an account. */
export function isAccountCommand(command: JournalCommand): command is AccountCommand {
  return isAccountCommandType(command.type)
}

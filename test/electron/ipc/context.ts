import type { Book } from '../../../main/book/book.ts'
import { answering } from '../../../main/electron/ipc/answering.ts'
import type { Context } from '../../../main/electron/ipc/context.ts'
import { execute, voiceOfCommand } from '../../../main/electron/ipc/execute.ts'
import { answerQuery } from '../../../main/electron/ipc/query.ts'
import { commandSchema } from '../../../shared/api/app-commands.ts'
import { querySchema } from '../../../shared/api/queries.ts'
import { TODAY } from '../../book/fixture.ts'

/**
 * Both calls of the bridge on a book, from the message to the answer in words, without Electron's
 * part: calls that need it fail unless `given`. `report` receives bugs of ours.
 */
export function callsOn(book: Book, report: (problem: unknown) => void, locale = 'en', given: Partial<Context> = {}) {
  const context: Context = {
    book,
    sample: false,
    locale,
    today: () => TODAY,
    preferences: () => ({
      theme: 'system',
      side: 'client',
      preset: 'Standard',
      ownPresets: [],
      currency: 'USD',
      numberFormat: 'system',
      dateFormat: 'system',
      rows: 'regular',
      reminders: true,
      statementColumns: {},
    }),
    matchStatement: query => Promise.reject(new Error(`${query.type} reached the statements`)),
    carryOut: command => Promise.reject(new Error(`${command.type} reached the app`)),
    ...given,
  }
  return {
    execute: (message: unknown) =>
      answering(message, {
        schema: commandSchema,
        perform: command => execute(context, command),
        voiceOf: command => voiceOfCommand(context, command),
        report,
      }),
    query: (message: unknown) =>
      answering(message, {
        schema: querySchema,
        perform: query => answerQuery(context, query),
        voiceOf: query => voiceOfCommand(context, query?.type === 'preview' ? query.command : undefined),
        report,
      }),
  }
}

import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { commandSchema } from '../../shared/app-commands.ts'
import { CHANNELS } from '../../shared/bridge.ts'
import { querySchema } from '../../shared/queries.ts'
import { answerError } from '../answers/refusal-answer.ts'
import { isOurs } from '../shell/protocol.ts'
import { answering, type Call } from './answering.ts'
import type { Desk } from './desk.ts'
import { execute, voiceOfCommand } from './execute.ts'
import { answerQuery } from './query.ts'

/** Only the main frame of one of our own pages may speak. A frame that is gone has no address, and is refused. */
function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}

/** One channel, the same way for each: the sender is checked, then the message, then the call is made and answered. */
function handle<S extends z.ZodType, T>(channel: string, desk: Desk, call: Call<S, T>): void {
  ipcMain.handle(channel, (event, message: unknown) =>
    isTrusted(event) ? answering(message, call) : { ok: false, error: answerError({ code: 'forbidden', params: {} }, { locale: desk.locale, decimals: 2 }) },
  )
}

/** Opens both channels of the bridge onto the desk. `report` is told of bugs of ours. */
export function openChannels(desk: Desk, report: (problem: unknown) => void): void {
  handle(CHANNELS.execute, desk, {
    schema: commandSchema,
    perform: command => execute(desk, command),
    voiceOf: command => voiceOfCommand(desk, command),
    report,
  })
  handle(CHANNELS.query, desk, {
    schema: querySchema,
    perform: query => answerQuery(desk, query),
    voiceOf: query => voiceOfCommand(desk, query?.type === 'preview' ? query.command : undefined),
    report,
  })
}

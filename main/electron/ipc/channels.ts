import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { accountCommandSchema } from '../../../shared/account/commands.ts'
import type { Answer } from '../../../shared/api/answers.ts'
import { appCommandSchema, type Command, commandSchema } from '../../../shared/api/app-commands.ts'
import { CHANNELS } from '../../../shared/api/bridge.ts'
import { querySchema } from '../../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import type { Voice } from '../../../shared/words/say.ts'
import { accepted } from '../../answers/outcome.ts'
import { answerError } from '../../answers/refusal-answer.ts'
import type { Formats } from '../formats.ts'
import type { SessionLog } from '../log.ts'
import { isOurs } from '../security/protocol.ts'
import { answering, type Call } from './answering.ts'
import type { Context } from './context.ts'
import { execute, voiceOfCommand } from './execute.ts'
import type { FrontPageAnswers } from './front-page-answers.ts'
import { answerQuery } from './query.ts'

/**
 * True if a message comes from the main frame of one of the app's own pages. A frame that is gone
 * has no URL and is refused.
 */
function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}

/** The names of our own commands and queries, the only ones that a page can write to the log. */
const TYPES: ReadonlySet<unknown> = new Set(
  [
    ...escrowCommandSchema.options,
    ...accountCommandSchema.options,
    ...appCommandSchema.options,
    ...querySchema.options,
  ].map(one => one.shape.type.value),
)

function typeOf(message: unknown): string | undefined {
  const type: unknown = typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined
  return TYPES.has(type) ? String(type) : undefined
}

/**
 * Handles one channel: checks the sender, then the message; makes the call, answers and logs it.
 */
function handle<S extends z.ZodType, T>(
  name: keyof typeof CHANNELS,
  formats: Formats,
  log: SessionLog,
  call: Omit<Call<S, T>, 'report'>,
): void {
  ipcMain.handle(CHANNELS[name], async (event, message: unknown): Promise<Answer<T>> => {
    const answer: Answer<T> = isTrusted(event)
      ? await answering(message, { ...call, report: problem => log.failed(name, problem) })
      : { ok: false, error: answerError({ code: 'forbidden', params: {} }, { locale: formats.locale, decimals: 2 }) }
    log.answered(name, typeOf(message), answer.ok ? undefined : answer.error.code)
    return answer
  })
}

/**
 * Opens both channels of the bridge. The page may ask before the book is open; a query that `front`
 * cannot answer waits for `ready`.
 */
export function openChannels(
  ready: Promise<Context>,
  formats: Formats,
  log: SessionLog,
  front?: FrontPageAnswers,
): void {
  let context: Context | undefined
  const whenReady = async (): Promise<Context> => {
    context = await ready
    return context
  }
  const voiceOf = (command: Command | undefined): Voice =>
    context === undefined ? { locale: formats.locale, decimals: 2 } : voiceOfCommand(context, command)
  handle('execute', formats, log, {
    schema: commandSchema,
    perform: async command => execute(await whenReady(), command),
    voiceOf,
  })
  handle('query', formats, log, {
    schema: querySchema,
    perform: async query => {
      const known = await front?.answer(query)
      return known === undefined ? answerQuery(await whenReady(), query) : accepted(known)
    },
    voiceOf: query => voiceOf(query?.type === 'preview' ? query.command : undefined),
  })
}

import type { z } from 'zod'
import type { Voice } from '../../shared/words/say.ts'
import type { Outcome } from '../answers/outcome.ts'
import { accepted, refused } from '../answers/outcome.ts'
import { refusalOfIssues } from '../answers/parse-refusal.ts'
import { answerError } from '../answers/refusal-answer.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Context } from './surroundings.ts'

/**
 * An option's value; undefined where it is not given. Of a flag, and of one that may be given more
 * than once, ask `flag` and `texts`.
 */
export function text({ call }: Context, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Whether a flag is given. */
export function flag({ call }: Context, name: string): boolean {
  return call.options[name] === true
}

/** All values of an option that may be given more than once. */
export function texts({ call }: Context, name: string): readonly string[] {
  const value = call.options[name]
  return Array.isArray(value) ? value : []
}

/** A whole number that is written plainly; anything else as it stands, for a schema to refuse. */
export function wholeNumber(written: string | undefined): number | string | undefined {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : written
}

/** What was written as one of our messages, by the schema that the app's own are checked by. */
export function parsed<S extends z.ZodType>(
  schema: S,
  message: Readonly<Record<string, unknown>>,
): Outcome<z.output<S>> {
  const given = Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined))
  const result = schema.safeParse(given)
  return result.success ? accepted(result.data) : refused(refusalOfIssues(result.error, given))
}

/** How a context's refusals are said. */
export function voiceOf({ around }: Context): Voice {
  return { locale: around.locale, decimals: 2 }
}

/** Says that what was written is no such message, and gives back the code for wrong use. */
export function wrongUse(context: Context, refusal: Extract<Outcome<never>, { ok: false }>['refusal']): Promise<Exit> {
  return context.terminal.refuse(answerError(refusal, voiceOf(context), context.call.command), EXIT.wrongUse)
}

/** Says why something was refused, and gives back the code for that. */
export function refusedBy(context: Context, refusal: Extract<Outcome<never>, { ok: false }>['refusal']): Promise<Exit> {
  return context.terminal.refuse(answerError(refusal, voiceOf(context), context.call.command))
}

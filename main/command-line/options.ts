import type { z } from 'zod'
import type { Voice } from '../../shared/words/say.ts'
import type { Outcome } from '../answers/outcome.ts'
import { accepted, refused } from '../answers/outcome.ts'
import { refusalOfIssues } from '../answers/parse-refusal.ts'
import { answerError } from '../answers/refusal-answer.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Context } from './surroundings.ts'

/**
 * The value of an option; undefined if missing. Use `flag` for flags and `texts` for options that
 * repeat.
 */
export function text({ call }: Context, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** True if a flag is given. */
export function flag({ call }: Context, name: string): boolean {
  return call.options[name] === true
}

/** All values of an option that may repeat. */
export function texts({ call }: Context, name: string): readonly string[] {
  const value = call.options[name]
  return Array.isArray(value) ? value : []
}

/**
 * The number if the text is a plain whole number; anything else unchanged, for a schema to refuse.
 */
export function wholeNumber(written: string | undefined): number | string | undefined {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : written
}

/** Parses options as one of the app's messages, with the same schema. */
export function parsed<S extends z.ZodType>(
  schema: S,
  message: Readonly<Record<string, unknown>>,
): Outcome<z.output<S>> {
  const given = Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined))
  const result = schema.safeParse(given)
  return result.success ? accepted(result.data) : refused(refusalOfIssues(result.error, given))
}

/** The locale and decimals that refusals are worded in. */
export function voiceOf({ around }: Context): Voice {
  return { locale: around.locale, decimals: 2 }
}

/** Prints why the input is not a valid message, and returns the exit code for wrong usage. */
export function wrongUse(context: Context, refusal: Extract<Outcome<never>, { ok: false }>['refusal']): Promise<Exit> {
  return context.terminal.refuse(answerError(refusal, voiceOf(context), context.call.command), EXIT.wrongUse)
}

/** Prints a refusal, and returns its exit code. */
export function refusedBy(context: Context, refusal: Extract<Outcome<never>, { ok: false }>['refusal']): Promise<Exit> {
  return context.terminal.refuse(answerError(refusal, voiceOf(context), context.call.command))
}

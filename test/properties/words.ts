import assert from 'node:assert/strict'
import { answerError } from '../../main/answers/refusal-answer.ts'
import { warningAnswer } from '../../main/answers/warning-answer.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { Refusal, RefusalCode } from '../../shared/contract/refusals.ts'
import type { Happened } from './driver.ts'

const VOICE = { locale: 'en', decimals: 2 }

const FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  escrowCommandSchema.options.map(({ shape }) => [shape.type.value, Object.keys(shape)] as const),
)

/** The fields that these codes are always about. */
const SPEAKS_OF: Partial<Record<RefusalCode, readonly string[]>> = {
  'unknown-contract': ['contractId'],
  'unknown-milestone': ['milestoneId'],
  'unknown-entry': ['entry', 'also'],
  'unknown-currency': ['currency'],
  'bad-position': ['to'],
  'date-in-future': ['on', 'until'],
  'date-before-last-entry': ['on'],
  'period-closed': ['on', 'side', ''],
  'exceeds-held': ['amount'],
  'exceeds-escrow': ['amount'],
  'exceeds-paid': ['amount'],
  'amount-reserved': ['amount'],
  'split-mismatch': ['refund'],
  'money-in-escrow': ['archived', 'refundRemainder'],
}

function checkSentence(sentence: string, what: string): void {
  assert.ok(/^[^{}]+$/.test(sentence) && !/undefined|NaN|\[object/.test(sentence), `${what} says: ${sentence}`)
}

/** Throws if a refusal lacks a parameter of its sentence. */
export function checkSayable(refusal: Refusal): void {
  // A variant without words of its own uses those of its code.
  assert.notEqual(refusal.variant, '')
  checkSentence(answerError(refusal, VOICE).message, refusal.code)
}

/**
 * Throws if a refusal or a warning has no sentence, or a refusal is about a field that the command
 * lacks.
 */
export function checkWords(happened: Happened): void {
  if (happened.ok) {
    for (const warning of happened.answer.warnings) checkSentence(warningAnswer(warning, VOICE).message, warning.code)
    return
  }
  const { command, refusal } = happened
  checkSayable(refusal)
  // The field of an entry that a correction records again is one of that entry's command.
  if (command === undefined || refusal.entry !== undefined) return
  const field = refusal.field?.split('.')[0]
  assert.ok(SPEAKS_OF[refusal.code]?.includes(field ?? '') ?? true, `${refusal.code} speaks of ${field}`)
  if (field === undefined) return
  assert.ok(FIELDS.get(command.type)?.includes(field), `${command.type} has no ${refusal.field}`)
}

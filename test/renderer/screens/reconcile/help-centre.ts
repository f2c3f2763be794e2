import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EscrowCommandInput } from '../../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { HELP_CENTRE as AS_UPWORK } from '../../../reconcile/help-centre.ts'

/** The day on which the statements are read. */
export const LOOKED_AT = '2026-11-20' as IsoDate

/** Northwind's contract with Priya Nair, whose refunds are possible at any time. */
export const HELP_CENTRE = {
  ...AS_UPWORK,
  policy: { ...AS_UPWORK.policy, refundOnlyAtEnd: false },
} satisfies EscrowCommandInput

/** A file of the statement tests, as a person would choose it. */
export function fixtureFile(name: string): File {
  return new File([readFileSync(join(import.meta.dirname, '../../../reconcile/fixtures', name))], name)
}

/** A file of these lines. */
export const fileOf = (name: string, ...lines: readonly string[]): File => new File([`${lines.join('\n')}\n`], name)

import type { Page } from '@playwright/test'
import type { Answer, CommandValue } from '../../shared/api/answers.ts'
import type { CommandInput } from '../../shared/api/app-commands.ts'
import type { QueryInput, QueryValues } from '../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'

/** Sends a command through the real preload, as a person's script would. */
export function execute(page: Page, command: CommandInput): Promise<Answer<CommandValue>> {
  return page.evaluate(given => window.escrowbook.execute(given) as Promise<Answer<CommandValue>>, command)
}

/** Sends a query through the real preload. */
export function query<Q extends QueryInput>(page: Page, asked: Q): Promise<Answer<QueryValues[Q['type']]>> {
  return page.evaluate(given => window.escrowbook.query(given), asked as QueryInput) as Promise<
    Answer<QueryValues[Q['type']]>
  >
}

/** The value of an accepted command; a refusal fails the test with its sentence. */
export async function accepted(page: Page, command: EscrowCommandInput): Promise<CommandValue> {
  const answer = await execute(page, command)
  if (!answer.ok) throw new Error(`${command.type} was refused, ${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

/** Sends commands one after another; a refusal fails the test with its sentence. */
export async function acceptedAll(page: Page, commands: readonly EscrowCommandInput[]): Promise<void> {
  const refused = await page.evaluate(async given => {
    for (const command of given) {
      const answer = await window.escrowbook.execute(command)
      if (!answer.ok) return { type: command.type, ...answer.error }
    }
    return undefined
  }, commands)
  if (refused !== undefined) throw new Error(`${refused.type} was refused, ${refused.code}: ${refused.message}`)
}

/** The value of an answered query; a refusal fails the test with its sentence. */
export async function asked<Q extends QueryInput>(page: Page, question: Q): Promise<QueryValues[Q['type']]> {
  const answer = await query(page, question)
  if (!answer.ok) throw new Error(`${question.type} was refused, ${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

/**
 * Opens a contract between Acme Ltd and Muhammad A. with milestones A, B, C … of these amounts, in
 * minor units.
 */
export async function openContract(
  page: Page,
  amounts: readonly number[],
  more: Partial<Extract<EscrowCommandInput, { type: 'open-contract' }>> = {},
): Promise<string> {
  const milestones = amounts.map((amount, i) => ({ title: String.fromCharCode(65 + i), amount }))
  const { contractId } = await accepted(page, {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    milestones,
    ...more,
  })
  if (contractId === undefined) throw new Error('an opened contract has an id')
  return contractId
}

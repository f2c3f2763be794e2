import { describe, expect, test } from 'vitest'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { hasDialog, isEntryMove, MOVE_FACTS, MOVE_TYPES, type MoveFacts } from '../../../shared/contract/moves.ts'
import { openUnderWaySchema } from '../../../shared/contract/under-way.ts'

const facts = (type: (typeof MOVE_TYPES)[number]): MoveFacts => MOVE_FACTS[type]
const movesWith = (holds: (facts: MoveFacts) => boolean | undefined) => MOVE_TYPES.filter(type => holds(facts(type)))

test('every command in the rulebook has an entry in the table of moves', () => {
  const types = escrowCommandSchema.options.map(({ shape }) => shape.type.value)
  expect([...MOVE_TYPES].sort()).toEqual([...types].sort())
})

describe('moves are listed in one order', () => {
  test('the buttons of a contract', () => {
    expect(movesWith(({ offered }) => offered?.contract === 'outlined' || offered?.contract === 'quiet')).toEqual([
      'approve-refund',
      'decline-refund',
      'cancel-refund',
      'resolve-dispute',
      'bonus',
      'end-contract',
    ])
  })

  test('the menu of a contract', () => {
    expect(movesWith(({ offered }) => offered?.contract === 'menu')).toEqual([
      'edit-contract',
      'request-refund',
      'open-dispute',
      'return-payment',
      'remove-contract',
    ])
  })

  test('the row of a milestone', () => {
    expect(movesWith(({ offered }) => offered !== null && offered.milestone !== null)).toEqual([
      'fund-milestone',
      'release',
      'submit-work',
      'request-changes',
      'request-refund',
      'open-dispute',
      'edit-milestone',
      'move-milestone',
      'remove-milestone',
    ])
  })

  test('the contract summary', () => {
    expect(movesWith(({ offered }) => offered?.inSummary)).toEqual([
      'approve-refund',
      'resolve-dispute',
      'fund-milestone',
      'release',
      'submit-work',
      'request-refund',
      'end-contract',
      'add-milestone',
    ])
  })

  test('the next step', () => {
    expect(movesWith(({ offered }) => offered?.isPrimary)).toEqual([
      'approve-refund',
      'resolve-dispute',
      'fund-milestone',
      'release',
    ])
  })
})

test('a move that is offered can be recorded from the contract screen', () => {
  for (const type of movesWith(({ offered }) => offered !== null)) {
    const { offered, page } = facts(type)
    expect(page.asks, type).not.toBe('own-form')
    expect(offered?.contract ?? offered?.milestone, `${type} has a place`).not.toBeNull()
  }
})

test('a toast offers undo only for entries', () => {
  for (const type of movesWith(({ page }) => page.toastOffersUndo)) expect(isEntryMove(type), type).toBe(true)
})

test('a contract under way accepts every past move, and no other', () => {
  const opening = { type: 'open-under-way', title: 'A', client: 'B', freelancer: 'C', currency: 'USD', milestones: [] }
  const isTaken = (type: string): boolean => {
    const { error } = openUnderWaySchema.safeParse({ ...opening, moves: [{ type }] })
    return !error?.issues.some(({ path }) => path.at(-1) === 'type')
  }
  expect(MOVE_TYPES.filter(isTaken)).toEqual(movesWith(({ recorded }) => recorded.mayBePast))
})

test('a move has a dialog unless its facts say how it is recorded without one', () => {
  expect(MOVE_TYPES.filter(type => !hasDialog(type))).toEqual([
    'open-contract',
    'request-changes',
    'move-milestone',
    'remove-milestone',
    'correct',
    'rename-party',
    'close-books',
    'take-back-import',
  ])
})

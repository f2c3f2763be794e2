/**
 * Records the main example through the bridge, as a script would: 420.00 funded, 400.00 released,
 * the remaining 20.00 carried over to the next milestone, and two commands that the rules refuse.
 * Resolves to the problems found, one per line.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<string[]>}
 */
export function seedCase(page) {
  return page.evaluate(async () => {
    const { escrowbook } = window
    /** @type {string[]} */
    const wrong = []
    const same = (/** @type {string} */ what, /** @type {unknown} */ seen, /** @type {unknown} */ wanted) => {
      if (JSON.stringify(seen) !== JSON.stringify(wanted))
        wrong.push(`${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`)
    }
    const milestones = [
      { title: 'Design', amount: 42_000 },
      { title: 'Build', amount: 10_000 },
    ]
    const opened = await escrowbook.execute({
      type: 'open-contract',
      title: 'Website',
      client: 'Acme Ltd',
      freelancer: 'Muhammad A.',
      currency: 'USD',
      milestones,
    })
    const contractId = opened.ok ? opened.value.contractId : undefined
    if (contractId === undefined) return [`the contract was not opened: ${JSON.stringify(opened)}`]
    const first = await escrowbook.execute({ type: 'fund-milestone', contractId, milestoneId: 'M1' })
    same('the first deposit', first.ok && first.value.deposit, 42_000)
    const second = await escrowbook.execute({ type: 'fund-milestone', contractId, milestoneId: 'M2' })
    same('funding two at a time', second.ok, false)
    const released = await escrowbook.execute({ type: 'release', contractId, milestoneId: 'M1', amount: 40_000 })
    same('the remainder', released.ok && released.value.remainder, 2_000)
    const carried = await escrowbook.execute({ type: 'fund-milestone', contractId, milestoneId: 'M2' })
    same(
      'what is newly paid and what is carried',
      carried.ok && [carried.value.deposit, carried.value.carried],
      [8_000, 2_000],
    )
    const tooMuch = await escrowbook.execute({ type: 'release', contractId, milestoneId: 'M2', amount: 10_001 })
    same('releasing more than is held', tooMuch.ok, false)
    const verified = await escrowbook.query({ type: 'verify' })
    same('the chain', verified.ok && verified.value.ok, true)
    const contract = await escrowbook.query({ type: 'contract', contractId })
    same('what is in escrow', contract.ok && contract.value.contract.escrow, 10_000)
    return wrong
  })
}

// `npm run sample-book`: writes a book of any size, the same for the same seed.
import { parseArgs } from 'node:util'
import { compile } from './compile.mjs'

const USAGE = 'npm run --silent sample-book -- DIR --contracts N [--seed S] [--today YYYY-MM-DD]'

/**
 * @param {string | undefined} text
 * @param {number} least
 */
function wholeNumber(text, least) {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`expected a whole number, at least ${least}, not ${text}\n${USAGE}`)
  return number
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { contracts: { type: 'string' }, seed: { type: 'string', default: '1' }, today: { type: 'string' } },
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new Error(USAGE)
  const contracts = wholeNumber(values.contracts, 1)
  const seed = wholeNumber(values.seed, 0)
  const moduleOf = await compile('sample-book', { write: 'tools/sample-book/write.ts' })
  /** @type {typeof import('./sample-book/write.ts')} */
  const { writeSampleBook } = await import(moduleOf('write').href)
  const begun = performance.now()
  const written = await writeSampleBook(folder, {
    contracts,
    seed,
    today: values.today ?? process.env['ESCROWBOOK_TODAY'],
  })
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  console.log(
    `${folder}: ${written.contracts} contracts, ${written.entries} entries, ${written.bytes} bytes, ${seconds} s`,
  )
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exitCode = 1
}

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Runs the random commands first: they are quick and kill most mutants. */
class RandomFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isRandom = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('engine.test.ts')
    return [...files.filter(isRandom), ...files.filter(file => !isRandom(file))]
  }
}

/**
 * What runs against a mutant: the examples of rules and money, and 500 random commands with a fixed
 * seed.
 */
export default defineConfig({
  test: {
    include: [
      'test/escrow/**/*.test.ts',
      'test/shared/money/{money,amount-text}.test.ts',
      'test/properties/{engine,kept-failures}.test.ts',
    ],
    env: { ESCROWBOOK_SOAK: '500', ESCROWBOOK_SEED: '350', ESCROWBOOK_SHORTEN: 'no' },
    isolate: false,
    // A timeout on a busy computer must not count as a killed mutant.
    testTimeout: 120_000,
    sequence: { sequencer: RandomFirst },
  },
})

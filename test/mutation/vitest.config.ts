import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The random commands notice most changes, and are quick: nearly every change is then settled by
 * one file.
 */
class RandomFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isRandom = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('engine.test.ts')
    return [...files.filter(isRandom), ...files.filter(file => !isRandom(file))]
  }
}

/**
 * What mutated code is tried with: the examples of the rules and of money, and 500 random commands,
 * always the same ones.
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
    // A test that takes long because the computer is busy has noticed nothing.
    testTimeout: 120_000,
    sequence: { sequencer: RandomFirst },
  },
})

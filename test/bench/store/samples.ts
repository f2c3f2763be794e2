/** Durations in milliseconds, in the order taken. */
export type Samples = readonly number[]

/** The value below which this share (0 to 1) of the samples lies, in milliseconds. */
export function percentile(samples: Samples, share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * The share (0 to 1) of samples above ten times the median: stalls of the disk, which may hit any
 * of the things compared.
 */
export function shareOfSlow(samples: Samples): number {
  const slow = 10 * percentile(samples, 0.5)
  return samples.filter(sample => sample > slow).length / samples.length
}

/**
 * Takes samples of several things by turns, one of each per round, so that other load on the
 * computer affects all of them alike. Returns the milliseconds of each, by name.
 */
export async function inTurn(
  rounds: number,
  things: Readonly<Record<string, () => unknown>>,
): Promise<Record<string, number[]>> {
  const samples: Record<string, number[]> = Object.fromEntries(Object.keys(things).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(things)) {
      // Each begins on a fresh turn of the event loop, as a command from the page does.
      await new Promise(resolve => setImmediate(resolve))
      const begun = performance.now()
      await work()
      samples[name]?.push(performance.now() - begun)
    }
  }
  return samples
}

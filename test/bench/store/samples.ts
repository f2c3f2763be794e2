/** Durations in milliseconds, in the order taken. */
export type Samples = readonly number[]

/** The value below which this share of the samples lies. */
export function percentile(samples: Samples, share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * The share of samples above ten times the median: stalls of the disk, which hit either side by
 * chance.
 */
export function shareOfSlow(samples: Samples): number {
  const slow = 10 * percentile(samples, 0.5)
  return samples.filter(sample => sample > slow).length / samples.length
}

/**
 * Takes samples of several things alternately, one of each per round, so that other load on the
 * computer affects all alike.
 */
export async function inTurn(
  rounds: number,
  things: Readonly<Record<string, () => unknown>>,
): Promise<Record<string, number[]>> {
  const samples: Record<string, number[]> = Object.fromEntries(Object.keys(things).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(things)) {
      // On a fresh turn of the event loop, like a command from the page.
      await new Promise(resolve => setImmediate(resolve))
      const begun = performance.now()
      await work()
      samples[name]?.push(performance.now() - begun)
    }
  }
  return samples
}

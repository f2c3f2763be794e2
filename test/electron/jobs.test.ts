import { expect, test } from 'vitest'
import { type Job, runJob, stopJob } from '../../main/electron/jobs.ts'

/** A job that goes on until it is told to end. */
function started() {
  const told: { job: string; done: number; total: number }[] = []
  let end = (_: string): void => undefined
  const promise = new Promise<string>(resolve => {
    end = resolve
  })
  const jobs: Job[] = []
  const ended = runJob(
    'export',
    far => told.push(far),
    job => {
      jobs.push(job)
      return promise
    },
  )
  const [job] = jobs
  if (job === undefined) throw new Error('not begun')
  return { told, job, end, ended }
}

test('progress is reported at once, then throttled, and once more at the end', async () => {
  const { told, job, end, ended } = started()
  for (let done = 1; done <= 50; done++) job.progress(done, 100)
  expect(told.map(({ done }) => done)).toEqual([1])
  end('whole')
  expect(await ended).toBe('whole')
  expect(told.at(-1)).toMatchObject({ done: 100, total: 100 })
})

test('a job can be stopped by its name, and only while it runs', async () => {
  const [one, other] = [started(), started()]
  one.job.progress(1, 2)
  expect(stopJob('export-0')).toBe(false)
  const name = one.told[0]?.job ?? ''
  expect(stopJob(name)).toBe(true)
  expect([one.job.signal.aborted, other.job.signal.aborted]).toEqual([true, false])
  one.end('')
  other.end('')
  await Promise.all([one.ended, other.ended])
  expect(stopJob(name)).toBe(false)
})

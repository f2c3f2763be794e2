import { afterEach, describe, expect, test, vi } from 'vitest'
import { newFolder, openBook } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

async function pageOfJobs() {
  const page = await pageOn(await openBook(newFolder()))
  return { ...page, ...(await import('../../../renderer/state/job.ts')) }
}

describe('a job', () => {
  test('is shown with whole percentages while it runs, and not once it is done', async () => {
    const { jobAfter } = await pageOfJobs()
    const pushes = [
      { job: 'export-1', done: 0, total: 3 },
      { job: 'export-1', done: 2, total: 3 },
      { job: 'restore-2', done: 1, total: 2 },
      { job: 'export-1', done: 3, total: 3 },
    ]
    let job: ReturnType<typeof jobAfter> = null
    const shown = pushes.map(push => {
      job = jobAfter(job, 'export', push)
      return job
    })
    expect(shown).toEqual([
      { name: 'export-1', percent: 0 },
      { name: 'export-1', percent: 66 },
      { name: 'export-1', percent: 66 },
      null,
    ])
  })

  test('with nothing to do is done at once', async () => {
    const { jobAfter } = await pageOfJobs()
    expect(jobAfter(null, 'export', { job: 'export-1', done: 0, total: 0 })).toBeNull()
  })

  test('is stopped by its name, if it has one', async () => {
    const { stopJob, asked } = await pageOfJobs()
    stopJob(null)
    expect(asked).toEqual([])
    stopJob({ name: 'export-7', percent: 12 })
    expect(asked).toEqual([{ type: 'cancel', job: 'export-7' }])
  })
})

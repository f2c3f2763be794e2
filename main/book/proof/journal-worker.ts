import { parentPort, workerData } from 'node:worker_threads'
import { DISK } from '../folder/disk.ts'
import { buffersOf } from '../index/record-index.ts'
import { checkChain } from '../journal/chain-check.ts'
import type { CheckTask, WorkerReport } from '../journal/chain-run.ts'
import { Journal } from '../journal/journal.ts'
import { MIGRATIONS } from '../journal/migrations.ts'
import { type FoldTask, foldReport } from './fold-run.ts'

// A file descriptor is valid in every thread of the process, so this reads the book's own file even
// if its folder was moved.
const task = workerData as CheckTask | FoldTask
if (task.kind === 'check') check(task)
else await fold(task)

function check({ file, ...part }: CheckTask): void {
  const run = checkChain(file, part)
  let step = run.next()
  while (!step.done) step = run.next()
  const { index, ...report } = step.value
  const data = index?.data()
  const message: WorkerReport = { ...report, ...(data !== undefined && { data }) }
  parentPort?.postMessage(message, data === undefined ? [] : buffersOf(data))
}

async function fold({ file, until }: FoldTask): Promise<void> {
  const journal = new Journal({ path: '', file, length: until, disk: DISK, migrations: MIGRATIONS })
  parentPort?.postMessage(await foldReport(journal, until))
}

import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf } from '../index/record-index.ts'
import { checkChain } from './chain-check.ts'
import type { WorkerReport, WorkerTask } from './chain-run.ts'

// A file descriptor is valid in every thread of the process, so this reads the book's own file even
// if its folder was moved.
const { file, task } = workerData as WorkerTask
const check = checkChain(file, task)
let step = check.next()
while (!step.done) step = check.next()
const { index, ...report } = step.value
const data = index?.data()
const message: WorkerReport = { ...report, ...(data !== undefined && { data }) }
parentPort?.postMessage(message, data === undefined ? [] : buffersOf(data))

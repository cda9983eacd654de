import { type MessagePort, workerData } from 'node:worker_threads'

/** The thread of `projection/texts-ahead-worker.ts`, ended as a crash ends it: in mid-course. */
const { port } = workerData as Readonly<{ port: MessagePort }>
const post = port.postMessage.bind(port)
let posted = 0
port.postMessage = (made: unknown): void => {
  post(made)
  if (++posted === 3) process.exit(1)
}
await import('../../src/projection/texts-ahead-worker.ts')

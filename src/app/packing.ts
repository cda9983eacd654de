import { parentPort, workerData } from 'node:worker_threads'
import { runsOf, vectorOf } from '../exchange/vector.ts'
import { answerTo, packTo } from './courier.ts'
import { neededBox, readLog } from './held.ts'
import type { PackedFile, PackOf } from './packer.ts'

/** The thread that `packer.ts` starts: one bundle, told once it is on the disk, and it ends. */
async function packed({ folder, to, since, answering, isReceipt, ...bounded }: PackOf, file: string): Promise<PackedFile> {
  const log = readLog(folder, neededBox(folder))
  try {
    const asked = answering === undefined ? undefined : await answerTo(answering, log)
    const held = isReceipt ? { commons: vectorOf(runsOf(log, 'commons')), network: vectorOf(runsOf(log, 'network')) } : undefined
    const isOpen = asked?.isSealed === false
    const packing = { folder, log, file, now: Date.now(), to, since: asked?.since ?? held ?? since, isOpen, ...bounded }
    return { file, ...(await packTo(packing)) }
  } finally {
    log.db.close()
  }
}

const { of, file } = workerData as Readonly<{ of: PackOf; file: string }>
parentPort?.postMessage(await packed(of, file))

import { parentPort, workerData } from 'node:worker_threads'
import { packTo } from './courier.ts'
import { neededBox, readLog } from './held.ts'
import type { PackedFile, PackOf } from './packer.ts'

/** The thread that `packer.ts` starts: one bundle, told once it is on the disk, and it ends. */
async function packed({ folder, to, since }: PackOf, file: string): Promise<PackedFile> {
  const log = readLog(folder, neededBox(folder))
  try {
    return { file, ...(await packTo({ folder, log, file, now: Date.now(), to, since })) }
  } finally {
    log.db.close()
  }
}

const { of, file } = workerData as Readonly<{ of: PackOf; file: string }>
parentPort?.postMessage(await packed(of, file))

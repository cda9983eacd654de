import { parentPort } from 'node:worker_threads'
import { neededBox, readLog } from '../../files/open-box.ts'
import { stateToAnswer } from './offered.ts'
import type { FromPacker, PackBundle, PackedFile, ToPacker } from './pack-client.ts'
import { packTo } from './pack-to.ts'
import { vectorsHeld } from './vector.ts'

/**
 * The packing thread, which `pack-client.ts` starts. The thread packs each bundle that it is asked
 * for into the given file, from a read-only connection to the log, and posts the result or the
 * error.
 */
async function packed(
  { folder, to, since, answering, isReceipt, ...bounded }: PackBundle,
  file: string,
): Promise<PackedFile> {
  const log = readLog(folder, neededBox(folder))
  try {
    const asked = answering === undefined ? undefined : await stateToAnswer(answering, log)
    const held = isReceipt ? vectorsHeld(log) : undefined
    const isOpen = asked?.isSealed === false
    const packing = {
      folder,
      log,
      file,
      now: Date.now(),
      to,
      since: asked?.since ?? held ?? since,
      isOpen,
      ...bounded,
    }
    return { file, ...(await packTo(packing)) }
  } finally {
    log.db.close()
  }
}

parentPort?.on('message', ({ n, of, file }: ToPacker) => {
  packed(of, file).then(
    done => tell({ n, packed: done }),
    // An error loses its name and its code between threads.
    (error: NodeJS.ErrnoException & { errcode?: number }) => {
      const { name, code, errcode, stack } = error
      tell({ n, failed: { name, code, errcode, stack }, said: error.message })
    },
  )
})
const tell = (told: FromPacker): void => parentPort?.postMessage(told)

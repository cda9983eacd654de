import { parentPort } from 'node:worker_threads'
import { neededBox, readLog } from '../../files/open-box.ts'
import { stateToAnswer } from './offered.ts'
import type { FromPacker, PackBundle, PackedFile, ToPacker } from './pack-client.ts'
import { packTo } from './pack-to.ts'
import { vectorsHeld } from './vector.ts'

/**
 * The packing thread, which `pack-client.ts` starts. A *bundle* is a file of entries and files that
 * one box gives to another. The thread packs each bundle that it is asked for into the given file,
 * from a read-only connection to the log, and posts the result or the error.
 *
 * The order (`PackBundle`) says in one of four ways how much the receiver holds already: by a
 * bundle of the receiver that this one answers (`answering`); by the state of this box itself, so
 * that the bundle carries no entry (`isReceipt`); by the state in `since`; or, without these, by
 * the last manifest of the receiver, which `packTo` looks up. Of two, the first named counts.
 */
async function packed(
  { folder, to, since: given, answering, isReceipt, ...bounded }: PackBundle,
  file: string,
): Promise<PackedFile> {
  const log = readLog(folder, neededBox(folder))
  try {
    const asked = answering === undefined ? undefined : await stateToAnswer(answering, log)
    const ours = isReceipt ? vectorsHeld(log) : undefined
    // A receiver that encrypted no network section for this box gets none from it.
    const isOpen = asked?.isSealed === false
    const packing = {
      folder,
      log,
      file,
      now: Date.now(),
      to,
      since: asked?.since ?? ours ?? given,
      isOpen,
      ...bounded,
    }
    return { file, ...(await packTo(packing)) }
  } finally {
    log.db.close()
  }
}

// `n` is the number of the order, which its answer repeats; `of` is the order itself.
parentPort?.on('message', ({ n, of, file }: ToPacker) => {
  packed(of, file).then(
    done => tell({ n, packed: done }),
    // An error loses its name and its code between threads, so that it travels as data.
    // `pack-client.ts` builds the error again.
    (error: NodeJS.ErrnoException & { errcode?: number }) => {
      const { name, code, errcode, stack } = error
      tell({ n, failed: { name, code, errcode, stack }, said: error.message })
    },
  )
})
const tell = (told: FromPacker): void => parentPort?.postMessage(told)

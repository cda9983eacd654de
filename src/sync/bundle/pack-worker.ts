import { parentPort } from 'node:worker_threads'
import { neededBox, readLog } from '../../files/open-box.ts'
import { stateToAnswer } from './offered.ts'
import type { FromPacker, PackBundle, PackedFile, ToPacker } from './pack-client.ts'
import { packTo } from './pack-to.ts'
import { ownVectors } from './vector.ts'

/**
 * The packing thread, which `pack-client.ts` starts. A *bundle* is a file of entries and files that
 * one box gives to another. The thread packs each bundle that it is asked for into the given file,
 * from a read-only connection to the log, and posts the result or the error.
 *
 * The order (`PackBundle`) says how much the receiver holds already. The first of this list counts:
 *
 * - `answering`: a bundle of the receiver, which this one answers.
 * - `isReceipt`: the state of this box itself, so the bundle carries no entry.
 * - `since`: a given state.
 * - Without these, the last manifest of the receiver, which `packTo` looks up.
 */
async function packed(
  { folder, to, since: given, answering, isReceipt, ...limits }: PackBundle,
  file: string,
): Promise<PackedFile> {
  const log = readLog(folder, neededBox(folder))
  try {
    const asked = answering === undefined ? undefined : await stateToAnswer(answering, log)
    const ours = isReceipt ? ownVectors(log) : undefined
    // Leaves the encrypted network section out, when the answered bundle had none for this box.
    // Without a bundle to answer it is packed.
    const commonsOnly = asked?.isSealed === false
    const packing = {
      folder,
      log,
      file,
      now: Date.now(),
      to,
      since: asked?.since ?? ours ?? given,
      commonsOnly,
      ...limits,
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
    // An error would lose its name and its code between threads, so it travels as data.
    // `pack-client.ts` builds the error again.
    (error: NodeJS.ErrnoException & { errcode?: number }) => {
      const { name, code, errcode, stack } = error
      tell({ n, failed: { name, code, errcode, stack }, said: error.message })
    },
  )
})
const tell = (told: FromPacker): void => parentPort?.postMessage(told)

import { join } from 'node:path'
import type { Machine } from '../contract/box/machine.ts'
import { radioHere } from '../files/box-answers.ts'
import { type MachineClock, rootHere, shownFile } from '../files/clock.ts'
import { lostWritesIn } from '../files/lost-writes.ts'
import { diskOf } from '../files/room.ts'
import { runFolder } from '../files/run-folder.ts'
import { cardOn, deviceHolding, diskUnder, writtenByUs, writtenSinceStart } from './card.ts'
import { fakesFsyncOn } from './fake-fsync.ts'
import { heatIn, isPowerLow, memoryIn, wifiIn } from './feel.ts'
import { installed, offeredOn, toldBy, versionBefore } from './updates.ts'
import { openWear } from './wear.ts'

/**
 * The machine that a box is, for its keeper's pages: looked at when one asks, and once a minute for
 * what passes unseen.
 *
 * Law     nothing here is read for a visitor's page (box.test.ts of the brick counts the looks).
 */
export type MachineAt = Readonly<{ look: () => Machine; close: () => void }>
export type MachineOf = Readonly<{
  folder: string
  version: string
  clock: MachineClock
  /** Where the machine's own files lie; tests plant others. */
  root?: string
  /** The run folder of an installed box; undefined elsewhere. */
  run?: string | undefined
  /** The radio that opens the Wi-Fi of an installed box; undefined elsewhere. */
  radio?: string | undefined
  /** As `stat` names what holds the folder; tests name another. */
  device?: string
}>

/** Electricity that is weak for some seconds, at each start of a pump. Units: milliseconds. */
const EVERY_MS = 60_000

export function openMachine(of: MachineOf): MachineAt {
  const { folder, clock, root = rootHere(), run = runFolder(), radio = radioHere() } = of
  const disk = diskUnder(root, of.device ?? deviceHolding(folder))
  const boot = shownFile(join(root, 'proc/sys/kernel/random/boot_id')) ?? ''
  const wear = openWear({
    folder,
    counts: () => ({ ours: writtenByUs(root), all: writtenSinceStart(root, disk?.disk), boot }),
    today: () => clock.today(clock.now()),
    isSure: () => clock.sure,
  })
  let lowAt: number | null = null
  const power = (): Machine['power'] => {
    const isLow = isPowerLow(root)
    if (isLow) lowAt = clock.now()
    return isLow === null ? null : { isLow, lowAt }
  }
  let isHasty: boolean | null = null
  if (cardOn(root, disk).kind === 'sd') void fakesFsyncOn(folder).then(found => (isHasty = found))
  const watching = setInterval(power, EVERY_MS).unref()
  return {
    look: () => {
      const box = installed(folder, run)
      return {
        isBox: box !== undefined,
        version: of.version,
        clock: clock.known(),
        disk: diskOf(folder),
        memory: memoryIn(root),
        heat: heatIn(root),
        power: power(),
        wifi: wifiIn(root, radio),
        card: cardOn(root, disk),
        lapses: lostWritesIn(folder),
        isHasty,
        written: wear.look(),
        before: box ? versionBefore(box) : null,
        offered: () => (box ? offeredOn(box, of.version) : []),
        outcomes: box ? toldBy(box) : {},
      }
    },
    close: () => {
      clearInterval(watching)
      wear.close()
    },
  }
}

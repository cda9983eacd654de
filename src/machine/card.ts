import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { StorageCard } from '../contract/box/machine.ts'
import { shownFile } from '../files/clock.ts'
import { numberIn } from './feel.ts'

/**
 * The disk that holds a folder: its own name in `sys/block`, and the name of what is mounted from
 * it.
 */
export type MountedDisk = Readonly<{ disk: string; part: string }>

/** Source  makedev(3), as glibc packs the two numbers of a device into one. */
export const deviceOf = (dev: number): string => {
  const wide = BigInt(dev)
  const major = ((wide >> 8n) & 0xfffn) | ((wide >> 32n) & ~0xfffn)
  const minor = (wide & 0xffn) | ((wide >> 12n) & ~0xffn)
  return `${major}:${minor}`
}

/**
 * Undefined where what holds the folder is no disk of this machine: a container, the memory,
 * another machine's.
 */
export function diskUnder(root: string, device: string): MountedDisk | undefined {
  try {
    const part = realpathSync(join(root, 'sys/dev/block', device))
    return { part: basename(part), disk: basename(wholeOf(root, part)) }
  } catch {
    return undefined
  }
}
/**
 * A part stands in its disk's own folder; what is sealed or pieced together names what lies under
 * it.
 */
function wholeOf(root: string, part: string): string {
  if (existsSync(join(part, 'partition'))) return dirname(part)
  const under = existsSync(join(part, 'slaves')) ? readdirSync(join(part, 'slaves'))[0] : undefined
  return under === undefined ? part : wholeOf(root, realpathSync(join(part, 'slaves', under)))
}

export const deviceHolding = (folder: string): string => deviceOf(statSync(folder).dev)

/**
 * How the card feels, where it says so: one that is soldered counts its own wear, one that comes
 * out never does.
 *
 * Source  Linux, Documentation/ABI/testing/sysfs-bus-mmc and drivers/mmc/core/mmc.c (`life_time`:
 *         two estimates, `pre_eol_info`); JEDEC JESD84-B50: an estimate of 0x01 to 0x0A is a tenth
 *         of its life each, 0x0B more than all of it, 0 unknown; reserve 0x01 good, 0x02 80 % used,
 *         0x03 90 %. Documentation/admin-guide/ext4.rst: `errors_count`.
 */
export function cardOn(root: string, of: MountedDisk | undefined): StorageCard {
  if (!of) return { kind: null, name: null, usedPercent: null, spares: null, faults: null }
  const block = join(root, 'sys/block', of.disk)
  const say = (file: string): string | undefined => shownFile(join(block, file))
  const type = say('device/type')
  const isEmmc = of.disk.startsWith('mmcblk') && type === 'MMC'
  const kind = isEmmc
    ? 'emmc'
    : of.disk.startsWith('mmcblk')
      ? 'sd'
      : of.disk.startsWith('nvme')
        ? 'nvme'
        : 'disk'
  const lives = (isEmmc ? (say('device/life_time') ?? '') : '')
    .split(/\s+/)
    .map(one => Number.parseInt(one, 16) || 0)
  const used = Math.max(...lives)
  const [few, none] = [2, 3]
  const reserve = isEmmc ? Number.parseInt(say('device/pre_eol_info') ?? '', 16) : 0
  return {
    kind,
    name: say('device/name') ?? say('device/model') ?? null,
    usedPercent: used > 0 && used <= 0x0b ? used * 10 : null,
    spares: reserve === none ? 'none' : reserve === few ? 'few' : reserve === 1 ? 'good' : null,
    faults: faultsOn(root, of, say),
  }
}

function faultsOn(
  root: string,
  of: MountedDisk,
  say: (file: string) => string | undefined,
): number | null {
  const [files, device] = [
    numberIn(shownFile(join(root, 'sys/fs/ext4', of.part, 'errors_count'))),
    Number.parseInt(say('device/ioerr_cnt') ?? '', 16),
  ]
  return files === null && Number.isNaN(device) ? null : (files ?? 0) + (device || 0)
}

/**
 * Disks of which the writing wears out something: no loop, no memory, nothing that stands on
 * another, no key that comes and goes.
 */
function disksIn(root: string, holding: string | undefined): readonly string[] {
  const all = existsSync(join(root, 'sys/block')) ? readdirSync(join(root, 'sys/block')) : []
  const isOwn = (disk: string): boolean =>
    disk === holding ||
    (/^(mmcblk\d+|sd[a-z]+|nvme\d+n\d+|vd[a-z]+)$/.test(disk) &&
      shownFile(join(root, 'sys/block', disk, 'removable')) !== '1')
  return all.filter(isOwn)
}

/**
 * Source  Linux, Documentation/block/stat.rst: the seventh number is the sectors written since the
 *         start, of 512 bytes whatever the disk.
 */
export function writtenSinceStart(root: string, holding: string | undefined): number | null {
  const all = disksIn(root, holding).flatMap(disk => {
    const sectors = numberIn(shownFile(join(root, 'sys/block', disk, 'stat'))?.split(/\s+/)[6])
    return sectors === null ? [] : [sectors * 512]
  })
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0)
}

/**
 * Source  proc(5), `/proc/PID/io`: bytes that this process caused to be written to a disk, all its
 *         threads counted.
 */
export const writtenByUs = (root: string): number | null =>
  numberIn(/^write_bytes: (\d+)$/m.exec(shownFile(join(root, 'proc/self/io')) ?? '')?.[1])

import type { Machine } from '../../../contract/box/machine.ts'

/**
 * When a machine is said to be in trouble: early enough that somebody may do something, and *grave*
 * when the page itself is at stake.
 *
 * Shape   `what`: what is short or hurts; `isGrave`: it is said on the keeper's first page too.
 */
export type Trouble = Readonly<{
  what: 'clock' | 'disk' | 'memory' | 'heat' | 'power' | 'wifi' | 'card' | 'lapse' | 'check' | 'log'
  isGrave: boolean
}>

const MIB = 1024 ** 2
/**
 * Units   bytes; below the first, a new version with the one before no longer fits; below the
 *         second, neither does an evening of photos.
 */
const DISK_FEW = 1024 * MIB
const DISK_LEAST = 200 * MIB
/** Of a small disk: shares of the whole. */
const DISK_SHARES = [0.1, 0.02] as const
/**
 * Units   shares of the memory that are left; percent of a minute.
 * Source  earlyoom(1): acts under 10 % and kills under 5 %; oomd.conf(5):
 *         `DefaultMemoryPressureLimit=60%`.
 */
const MEMORY_FEW = 0.1
const MEMORY_LEAST = 0.05
const STALLED_SOME = 10
const STALLED_MUCH = 60
/**
 * Units   degrees Celsius.
 * Source  Raspberry Pi documentation, *Frequency management and thermal control*: from 80 °C on the
 *         processor is slowed down, at 85 °C all of it is.
 */
const HEAT_HIGH = 70
const HEAT_MOST = 80
/**
 * Units   percent of the life that its maker gave the card. Source: JEDEC JESD84-B50, in tenths; at
 *         110 it is beyond.
 */
const WORN = 80
const WORN_OUT = 100

/** Everything that is wrong, what is grave first. What can't be known is no trouble. */
export function troublesIn(machine: Machine): readonly Trouble[] {
  const found = [
    logOf(machine),
    clockOf(machine),
    diskOf(machine),
    memoryOf(machine),
    heatOf(machine),
    powerOf(machine),
    wifiOf(machine),
    cardOf(machine),
    lapseOf(machine),
    checkOf(machine),
  ]
  return found
    .filter(one => one !== undefined)
    .toSorted((a, b) => Number(b.isGrave) - Number(a.isGrave))
}

type Found = Trouble | undefined
const from = (what: Trouble['what'], is: Readonly<{ early: boolean; grave: boolean }>): Found =>
  is.early || is.grave ? { what, isGrave: is.grave } : undefined

const clockOf = ({ clock }: Machine): Found => from('clock', { early: !clock.sure, grave: false })

function diskOf({ disk }: Machine): Found {
  if (!disk) return undefined
  const [few, least] = [
    Math.min(DISK_FEW, disk.total * DISK_SHARES[0]),
    Math.min(DISK_LEAST, disk.total * DISK_SHARES[1]),
  ]
  return from('disk', { early: disk.free < few, grave: disk.free < least })
}

function memoryOf({ memory }: Machine): Found {
  if (!memory) return undefined
  const [share, stalled] = [memory.free / memory.total, memory.stalledPercent ?? 0]
  return from('memory', {
    early: share < MEMORY_FEW || stalled >= STALLED_SOME,
    grave: share < MEMORY_LEAST || stalled >= STALLED_MUCH,
  })
}

const heatOf = ({ heat }: Machine): Found =>
  heat === null ? undefined : from('heat', { early: heat >= HEAT_HIGH, grave: heat >= HEAT_MOST })

const powerOf = ({ power }: Machine): Found =>
  power ? from('power', { early: power.lowAt !== null, grave: power.isLow }) : undefined

/** A radio that is gone is known; that it opens nothing is only what its driver says. */
const wifiOf = ({ wifi }: Machine): Found =>
  from('wifi', { early: wifi === 'shut', grave: wifi === 'absent' })

/** A card that forgot once forgets again. One that answers sooner than it can is only suspected. */
const lapseOf = ({ lapses, isHasty }: Machine): Found =>
  from('lapse', { early: isHasty === true, grave: lapses.length > 0 })

const logOf = ({ isLogHurt }: Machine): Found =>
  from('log', { early: false, grave: isLogHurt === true })

/**
 * The weekly look found something damaged: that is no box that is well. One that could not be done
 * found nothing.
 */
const checkOf = ({ outcomes: told }: Machine): Found =>
  from('check', { early: false, grave: told.check?.done === false && told.check.key !== 'undone' })

function cardOf({ card: { usedPercent, spares, faults } }: Machine): Found {
  const used = usedPercent ?? 0
  return from('card', {
    early: used >= WORN || spares === 'few',
    grave: used >= WORN_OUT || spares === 'none' || (faults ?? 0) > 0,
  })
}

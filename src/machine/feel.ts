import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from '../contract/box/machine.ts'
import { shownFile } from '../files/clock.ts'

/**
 * How the machine feels, by the files in which Linux says it, under a root that tests plant. None
 * of them is read for a visitor's page.
 *
 * Law     what is not there, can't be read or holds no number is unknown: never a zero, never an
 *         error.
 */

export const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d+$/.test(text) ? Number(text) : null

const under = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).map(name => join(folder, name))
  } catch {
    return []
  }
}

/**
 * Source  proc(5), `MemAvailable`, in KiB; Linux, Documentation/accounting/psi.rst: `some avg60`,
 *         percent of a minute.
 */
export function memoryIn(root: string): Machine['memory'] {
  const text = shownFile(join(root, 'proc/meminfo')) ?? ''
  const kib = (name: string): number | null =>
    numberIn(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1])
  const [total, free] = [kib('MemTotal'), kib('MemAvailable')]
  if (total === null || free === null) return null
  const stalled = /^some .*\bavg60=(\d+(?:\.\d+)?)/m.exec(
    shownFile(join(root, 'proc/pressure/memory')) ?? '',
  )?.[1]
  return {
    free: free * 1024,
    total: total * 1024,
    stalledPercent: stalled === undefined ? null : Number(stalled),
  }
}

/**
 * The hottest of what the machine measures of its processor. A machine that names none of its zones
 * so is taken at all of them.
 *
 * Source  Linux, Documentation/ABI/testing/sysfs-class-thermal: `temp`, thousandths of a degree.
 */
export function heatIn(root: string): number | null {
  const zones = under(join(root, 'sys/class/thermal')).filter(zone => /thermal_zone\d+$/.test(zone))
  const ofProcessor = zones.filter(zone =>
    /cpu|soc|x86_pkg/i.test(shownFile(join(zone, 'type')) ?? ''),
  )
  const all = (ofProcessor.length > 0 ? ofProcessor : zones).flatMap(
    zone => numberIn(shownFile(join(zone, 'temp'))) ?? [],
  )
  return all.length === 0 ? null : Math.round(Math.max(...all) / 1_000)
}

/**
 * Whether this radio opens its Wi-Fi. A driver raises the carrier when hostapd has begun, and
 * lowers it when it ends; the carrier of a radio that is not even awake can't be read. Read, not
 * tried on a real radio.
 *
 * Source  Linux, Documentation/ABI/testing/sysfs-class-net: `carrier`, `operstate`.
 */
export function wifiIn(root: string, radio: string | undefined): Machine['wifi'] {
  const all = join(root, 'sys/class/net')
  if (radio === undefined || under(all).length === 0) return null
  const place = join(all, radio)
  if (!existsSync(place)) return 'absent'
  const carrier = shownFile(join(place, 'carrier'))
  if (carrier === '1') return 'open'
  return carrier === '0' || shownFile(join(place, 'operstate')) === 'down' ? 'shut' : null
}

/**
 * Whether the electricity is too weak now. Only a Raspberry Pi knows: it looks every two seconds,
 * and says what it saw last.
 *
 * Source  Linux, Documentation/hwmon/raspberrypi-hwmon.rst, and its driver.
 */
export function isPowerLow(root: string): boolean | null {
  const sensor = under(join(root, 'sys/class/hwmon')).find(
    one => shownFile(join(one, 'name')) === 'rpi_volt',
  )
  const alarm = sensor === undefined ? null : numberIn(shownFile(join(sensor, 'in0_lcrit_alarm')))
  return alarm === null ? null : alarm > 0
}

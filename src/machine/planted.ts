import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

/**
 * For tests: a machine as Linux shows it, in a folder of its own. A text is a file; `→ target` is a
 * link.
 */
export function planted(t: TestContext, files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'cocote-machine-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  plant(root, files)
  return root
}
export function plant(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, name)
    mkdirSync(dirname(file), { recursive: true })
    rmSync(file, { force: true })
    if (text.startsWith('→ ')) symlinkSync(join(root, text.slice(2)), file)
    else writeFileSync(file, text)
  }
}

/** A Raspberry Pi with a memory card, well. `179:2` is where its data lie. */
export const PI: Readonly<Record<string, string>> = {
  'proc/meminfo':
    'MemTotal:         948120 kB\nMemFree:          103044 kB\nMemAvailable:     612344 kB\n',
  'proc/pressure/memory':
    'some avg10=0.00 avg60=0.12 avg300=0.03 total=18201\nfull avg10=0.00 avg60=0.00 ' +
    'avg300=0.00 total=9120\n',
  'proc/self/io':
    'rchar: 1\nwchar: 1\nsyscr: 1\nsyscw: 1\nread_bytes: 0\nwrite_bytes: ' +
    '3000000\ncancelled_write_bytes: 0\n',
  'proc/sys/kernel/random/boot_id': '5b1ef1f2-7c3a-4f0e-9a55-000000000001\n',
  'sys/class/thermal/thermal_zone0/type': 'cpu-thermal\n',
  'sys/class/thermal/thermal_zone0/temp': '52616\n',
  'sys/class/hwmon/hwmon1/name': 'rpi_volt\n',
  'sys/class/hwmon/hwmon1/in0_lcrit_alarm': '0\n',
  'sys/class/hwmon/hwmon0/name': 'cpu_thermal\n',
  'sys/devices/mmc0/block/mmcblk0/stat':
    '    9120     2011   612344     8120     4410     3120   160000    91000        0    ' +
    '40000    99120        0        0\n',
  'sys/devices/mmc0/block/mmcblk0/removable': '0\n',
  'sys/devices/mmc0/block/mmcblk0/device/type': 'SD\n',
  'sys/devices/mmc0/block/mmcblk0/device/name': 'SC32G\n',
  'sys/devices/mmc0/block/mmcblk0/mmcblk0p2/partition': '2\n',
  'sys/block/mmcblk0': '→ sys/devices/mmc0/block/mmcblk0',
  'sys/dev/block/179:2': '→ sys/devices/mmc0/block/mmcblk0/mmcblk0p2',
  'sys/fs/ext4/mmcblk0p2/errors_count': '0\n',
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, tried } from './run.ts'

/**
 * What stands for the radio: a namespace with a bridge for each Wi-Fi, whose cables (veth) lead to
 * the namespaces of boxes and phones. A phone's port is isolated, as hostapd does with
 * `ap_isolate`: phones meet only the box. That hostapd does it is not shown here.
 */
export type Air = Readonly<{
  folder: string
  /** A new namespace of this air; nothing is in it but its loopback. */
  place: (name: string) => string
  /** Ends all that runs there, and takes it away. */
  gone: (place: string) => void
  wifi: (name: string) => void
  /** Puts one end of a cable in `place`, as wlan0 unless told, the other in the air. */
  radio: (place: string, of?: Readonly<{ mac?: string | undefined; device?: string }>) => Radio
  end: () => void
}>
export type Radio = Readonly<{
  place: string
  join: (wifi: string, as?: 'phone' | 'box') => void
  leave: () => void
}>

const MINE = `cocote-${process.pid}`
const FOLDER = 'cocote-air-'
let airs = 0

export function openAir(): Air {
  sweep()
  const mine = `${MINE}-${++airs}`
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`))
  const air = `${mine}-air`
  const places = [air]
  run('ip', 'netns', 'add', air)
  let radios = 0
  return {
    folder,
    place: name => {
      const place = `${mine}-${name}`
      run('ip', 'netns', 'add', place)
      places.push(place)
      run('ip', '-n', place, 'link', 'set', 'lo', 'up')
      return place
    },
    gone: place => {
      clear(place)
      places.splice(places.indexOf(place), 1)
    },
    wifi: name => {
      run(
        'ip',
        '-n',
        air,
        'link',
        'add',
        name,
        'type',
        'bridge',
        'forward_delay',
        '0',
        'mcast_snooping',
        '0',
      )
      run('ip', '-n', air, 'link', 'set', name, 'up')
    },
    radio: (place, { mac, device = 'wlan0' } = {}) => {
      const port = `r${++radios}`
      const its = mac ? ['address', mac] : []
      run(
        'ip',
        '-n',
        air,
        'link',
        'add',
        port,
        'type',
        'veth',
        'peer',
        'name',
        device,
        ...its,
        'netns',
        place,
      )
      return {
        place,
        join: (wifi, as = 'phone') => {
          run('ip', '-n', air, 'link', 'set', port, 'master', wifi)
          run(
            'bridge',
            '-n',
            air,
            'link',
            'set',
            'dev',
            port,
            'isolated',
            as === 'phone' ? 'on' : 'off',
          )
          run('ip', '-n', air, 'link', 'set', port, 'up')
        },
        leave: () => {
          run('ip', '-n', air, 'link', 'set', port, 'down')
          run('ip', '-n', air, 'link', 'set', port, 'nomaster')
        },
      }
    },
    end: () => {
      places.splice(0).forEach(clear)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Ends what runs in a namespace and takes it away. */
function clear(place: string): void {
  for (const pid of namesOf(place)) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
  tried('ip', 'netns', 'delete', place)
}
const namesOf = (place: string): readonly string[] => {
  try {
    return run('ip', 'netns', 'pids', place).split('\n').filter(Boolean)
  } catch {
    return []
  }
}

const isAlive = (pid: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node')
  } catch {
    return false
  }
}

/**
 * What a run that was killed left behind: namespaces and folders named after a process that is no
 * more.
 */
function sweep(): void {
  const left = (name: string, pattern: RegExp): boolean => {
    const pid = pattern.exec(name)?.[1]
    return pid !== undefined && pid !== String(process.pid) && !isAlive(pid)
  }
  const named = run('ip', 'netns', 'list').split('\n')
  for (const line of named) {
    const name = line.split(' ')[0]!
    if (left(name, /^cocote-(\d+)-\d+-/)) clear(name)
  }
  for (const name of readdirSync(tmpdir())) {
    if (left(name, /^cocote-air-(\d+)-/))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

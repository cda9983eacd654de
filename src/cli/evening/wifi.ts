import { type ChildProcess, spawn } from 'node:child_process'
import { BOX_ADDRESS } from '../../contract/box/hotspot.ts'

/**
 * The Wi-Fi of a laptop with NetworkManager, for an evening: checked without changes, opened on
 * request, and always closed at the end.
 *
 * Source  nmcli(1) and nm-settings-nmcli(5), NetworkManager 1.52: a profile of mode `ap` without
 *         `wifi-sec` is open to all, which `nmcli device wifi hotspot` can’t make; `save no` keeps
 *         it off the disk; `ipv4.method shared` gives addresses and names.
 */
export type Ran = Readonly<{ code: number; out: string; err: string }>
/** Runs a program and gives what it said; `code` 127 where there is none of that name. */
export type RunProgram = (command: string, args: readonly string[]) => Promise<Ran>

/** A program that hangs is a program that does not answer. */
const LONGEST_MS = 40_000
export const runHere: RunProgram = (command, args) =>
  new Promise(resolve => {
    // Words of programs are read here: in no language but theirs.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
      timeout: LONGEST_MS,
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', part => void (said.out += part))
    child.stderr.on('data', part => void (said.err += part))
    child.on('error', error => resolve({ code: 127, out: '', err: String(error) }))
    child.on('close', code => resolve({ code: code ?? 1, ...said }))
  })

/**
 * Why no Wi-Fi can be opened from here, or by which device it can; `was`: the connection that this
 * device has now.
 */
export type WifiSeen =
  | Readonly<{ can: true; device: string; was: string | undefined }>
  | Readonly<{ can: false; why: 'noManager' | 'noRadio' | 'off' | 'noAp' }>

/** The fields of a line of `nmcli -t`: parted by colons, `\:` is one of their own. */
export const fieldsOf = (line: string): readonly string[] =>
  [...line.matchAll(/((?:\\.|[^:\\])*)(?::|$)/g)]
    .map(([, field = '']) => field.replace(/\\(.)/g, '$1'))
    .slice(0, -1)

const linesOf = ({ out }: Ran): readonly (readonly string[])[] =>
  out
    .split('\n')
    .filter(line => line !== '')
    .map(fieldsOf)

/** Looks, and changes nothing. */
export async function lookedAt(run: RunProgram): Promise<WifiSeen> {
  const general = await run('nmcli', ['-t', '-f', 'RUNNING,WIFI-HW,WIFI', 'general', 'status'])
  const [running, hardware, switched] = linesOf(general)[0] ?? []
  if (general.code !== 0 || running !== 'running') return { can: false, why: 'noManager' }
  const devices = linesOf(
    await run('nmcli', ['-t', '-f', 'DEVICE,TYPE,STATE,CON-UUID', 'device', 'status']),
  )
  const radios = devices.filter(
    ([, type, state]) => type === 'wifi' && state !== 'unmanaged' && state !== 'unavailable',
  )
  const isOff = hardware !== 'enabled' || switched !== 'enabled'
  if (isOff && devices.some(([, type]) => type === 'wifi')) return { can: false, why: 'off' }
  for (const [device = '', , , was = ''] of radios) {
    const shown = await run('nmcli', ['-t', '-f', 'WIFI-PROPERTIES.AP', 'device', 'show', device])
    if (linesOf(shown)[0]?.[1] === 'yes')
      return { can: true, device, was: was === '' || was === '--' ? undefined : was }
  }
  return { can: false, why: radios.length > 0 ? 'noAp' : 'noRadio' }
}

/** The name of the temporary profile. */
export const PROFILE = 'cocote-soiree'
/** Twenty seconds: a card that must leave another network first takes ten. */
const UP_SECONDS = '20'

/** The arguments of nmcli that add the profile. The network is that of a box: 10.10.10.0/24. */
export const addArgs = (device: string, name: string): readonly string[] => [
  'connection',
  'add',
  'save',
  'no',
  'type',
  'wifi',
  'ifname',
  device,
  'con-name',
  PROFILE,
  'autoconnect',
  'no',
  'ssid',
  name,
  'mode',
  'ap',
  '802-11-wireless.band',
  'bg',
  'ipv4.method',
  'shared',
  'ipv4.addresses',
  `${BOX_ADDRESS}/24`,
  'ipv6.method',
  'disabled',
]
const UP = ['--wait', UP_SECONDS, 'connection', 'up', PROFILE] as const

/**
 * Another hand, which waits for this program to end, however it does (a line that is cut, a laptop
 * that kills it), then closes the Wi-Fi and gives the device back to the network that it was on.
 */
const CLOSES = `trap '' INT HUP TERM
cat >/dev/null
nmcli connection down "$1" >/dev/null 2>&1
nmcli connection delete "$1" >/dev/null 2>&1
[ -z "$2" ] || nmcli connection up uuid "$2" >/dev/null 2>&1`

function handThatCloses(was: string | undefined): ChildProcess {
  const hand = spawn('sh', ['-c', CLOSES, 'cocote-evening', PROFILE, was ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  hand.unref()
  return hand
}

export type Opened =
  | Readonly<{ opened: true; close: () => Promise<void> }>
  | Readonly<{ opened: false; why: string }>

/** Opens the Wi-Fi. After a failure everything is undone before this answers. */
export async function openHotspot(
  { device, was }: Extract<WifiSeen, { can: true }>,
  name: string,
  run: RunProgram,
): Promise<Opened> {
  const hand = handThatCloses(was)
  const close = (): Promise<void> =>
    new Promise(resolve => {
      hand.ref()
      hand.on('close', () => resolve())
      hand.stdin?.end()
    })
  // A profile that an evening before could not take away.
  await run('nmcli', ['connection', 'delete', PROFILE])
  for (const args of [addArgs(device, name), UP]) {
    const { code, err } = await run('nmcli', args)
    if (code === 0) continue
    await close()
    return { opened: false, why: err.split('\n')[0]?.replace(/^Error: /, '') ?? '' }
  }
  return { opened: true, close }
}

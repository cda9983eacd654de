import { existsSync, readFileSync } from 'node:fs'
import { env } from 'node:process'
import { BOX_ADDRESS, type Hotspot, isWifiName } from '../contract/box/hotspot.ts'

/**
 * The file with the answers to the installer, which `box/answers.sh` writes. `COCOTE_CONF` names
 * another one.
 */
const answersFile = (): string => env['COCOTE_CONF'] ?? '/etc/cocote/box.conf'

/** Reads lines `KEY='value'`. Other lines are left out: the installer reports them. */
function answersIn(text: string): ReadonlyMap<string, string> {
  // Other systems may add a byte order mark and CRLF.
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap(line => {
      const [, key, value] = /^([A-Z]+)='([^']*)'$/.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    })
  return new Map(lines)
}

/** The network interface of the box’s Wi-Fi. Undefined elsewhere, and without one. */
export function radioHere(file = answersFile()): string | undefined {
  const radio = existsSync(file)
    ? (answersIn(readFileSync(file, 'utf8')).get('RADIO') ?? 'none')
    : 'none'
  return radio !== 'none' && /^[\w-]{1,15}$/.test(radio) ? radio : undefined
}

/**
 * The only interface on which an installed box may announce itself: its Wi-Fi, when its host keeps
 * it off the cable. Otherwise undefined.
 */
export function radioAlone(file = answersFile()): string | undefined {
  if (!existsSync(file)) return undefined
  const answers = answersIn(readFileSync(file, 'utf8'))
  return answers.get('WIRED') === 'no' ? answers.get('RADIO') : undefined
}

/**
 * The Wi-Fi of this box. Undefined elsewhere, and without one. `BYHAND` is the answer of an evening
 * on a laptop.
 */
export function hotspotHere(file = answersFile()): Hotspot | undefined {
  if (!existsSync(file)) return undefined
  const answers = answersIn(readFileSync(file, 'utf8'))
  const wifi = answers.get('SSID') ?? ''
  if (answers.get('RADIO') === 'none' || !isWifiName(wifi)) return undefined
  const byHand = answers.get('BYHAND') === 'yes'
  return { wifi, address: answers.get('ADDRESS') || BOX_ADDRESS, ...(byHand ? { byHand } : {}) }
}

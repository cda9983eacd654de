import { existsSync, readFileSync } from 'node:fs'
import { env } from 'node:process'
import { BOX_ADDRESS, type Hotspot, isWifiName } from '../contract/box/hotspot.ts'

/**
 * Where the answers of an installed box stand (box/answers.sh writes them); `COCOTE_CONF` names
 * another file.
 */
const answersFile = (): string => env['COCOTE_CONF'] ?? '/etc/cocote/box.conf'

/**
 * Lines `KEY='value'`; no value holds a quote. A line that is none is left out: whoever installs is
 * told by the installer.
 */
function answersIn(text: string): ReadonlyMap<string, string> {
  // A text that was written elsewhere may begin with a mark, and end its lines by two signs.
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap(line => {
      const [, key, value] = /^([A-Z]+)='([^']*)'$/.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    })
  return new Map(lines)
}

/**
 * The radio that opens it, as the system names it; undefined elsewhere, and where none was chosen.
 */
export function radioHere(file = answersFile()): string | undefined {
  const radio = existsSync(file)
    ? (answersIn(readFileSync(file, 'utf8')).get('RADIO') ?? 'none')
    : 'none'
  return radio !== 'none' && /^[\w-]{1,15}$/.test(radio) ? radio : undefined
}

/**
 * The one network on which an installed box may speak: its radio's, where its host wants nothing on
 * the cable. Undefined where all may hear.
 */
export function radioAlone(file = answersFile()): string | undefined {
  if (!existsSync(file)) return undefined
  const answers = answersIn(readFileSync(file, 'utf8'))
  return answers.get('WIRED') === 'no' ? answers.get('RADIO') : undefined
}

/**
 * The Wi-Fi of the box that runs here; undefined elsewhere, and where no radio was chosen. An
 * evening alone answers `BYHAND`: no box has it.
 */
export function hotspotHere(file = answersFile()): Hotspot | undefined {
  if (!existsSync(file)) return undefined
  const answers = answersIn(readFileSync(file, 'utf8'))
  const wifi = answers.get('SSID') ?? ''
  if (answers.get('RADIO') === 'none' || !isWifiName(wifi)) return undefined
  const byHand = answers.get('BYHAND') === 'yes'
  return { wifi, address: answers.get('ADDRESS') || BOX_ADDRESS, ...(byHand ? { byHand } : {}) }
}

import { IN_WORDS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { hoursIn } from '../../../../text/harvest/dates.ts'
import { type RideText, rideText } from './text.ts'

/** The hour at which a ride leaves, and that of its return: `08:00`. */
export type RideHours = Readonly<{ leavesAt: string | undefined; backAt: string | undefined }>

const SAID = new RegExp(`(?<![a-z])(${IN_WORDS}) heures?( et demie)?(?![a-z])`)
const HALF = /^ ?et demie/
const LATE = /^(?: \d\d)? (?:de l'apres-midi|de l'aprem|du soir)/

export function rideHours(there: RideText, back: RideText | undefined): RideHours {
  return { leavesAt: hourIn(there.plain), backAt: back && hourIn(back.plain) }
}

function hourIn(plain: string): string | undefined {
  const told = hoursIn(plain)
  if (told) return shifted(told.at, plain.slice(told.from + 1).replace(/^[^ ]* ?h?[a-z]*/, ''))
  const said = SAID.exec(plain)
  const hour = numberInWords(said?.[1] ?? '')
  if (!said || hour === undefined || hour > 23) return undefined
  const at = `${String(hour).padStart(2, '0')}:${said[2] ? '30' : '00'}`
  return shifted(at, plain.slice(said.index + said[0].length))
}

/** *8 heures et demie*, *5 heures de l’après-midi*. */
function shifted(at: string, after: string): string {
  const half = HALF.test(after) ? `${at.slice(0, 3)}30` : at
  const hour = Number(half.slice(0, 2))
  return LATE.test(after) && hour < 12 ? `${hour + 12}${half.slice(2)}` : half
}

/** An hour as it is typed in a field of its own: *8*, *8h*, *8 h 30*, *midi*. */
export function hourTyped(typed: string): string | undefined {
  const plain = rideText(typed).plain.trim()
  return hourIn(/^\d{1,2}$/.test(plain) ? `${plain}h` : plain)
}

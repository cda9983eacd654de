import { IN_WORDS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { hoursIn } from '../../../../text/harvest/dates.ts'
import { inFrench } from './english.ts'
import { type RideText, rideText } from './text.ts'

/** The hour at which a ride leaves, and that of its return: `08:00`. */
export type RideHours = Readonly<{
  leavesAt: string | undefined
  backAt: string | undefined
  /** The part of the day in which it leaves, where no hour is told. */
  part: DayPart | undefined
}>
export type DayPart = 'morning' | 'afternoon' | 'evening'

const SAID = new RegExp(`(?<![a-z])(${IN_WORDS}) heures?(?![a-z])`)
const LATE = /^ ?(?:de l'apres-midi|de l'aprem|du soir)/
/** *Jeudi après-midi à 3 h*. */
const LATE_ALREADY = /(?<![a-z])(?:apres[ -]?midi|aprem|soir),? (?:(?:a|vers) )?$/
/** *et demie*, *et quart*, *moins le quart*, *moins dix*: minutes after or before the hour. */
const PAST = new RegExp(`^ ?(?:et (demie|quart)|moins (le quart|${IN_WORDS}|\\d{1,2}))(?![a-z\\d])`)
const MINUTES: Readonly<Record<string, number>> = nullPrototype({
  demie: 30,
  quart: 15,
  'le quart': 15,
})

/**
 * Law     an hour at which something begins elsewhere is none to leave: *rendez-vous à 10 h*, *le
 *         train de 18 h*, *être à Boën à 8 h*.
 */
export function rideHours(there: RideText, back: RideText | undefined): RideHours {
  const leavesAt = leavingIn(there.plain)
  const part = leavesAt === undefined ? partIn(there.plain) : undefined
  return { leavesAt, backAt: back && hourIn(back.plain), part }
}

const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/(?<![a-z])matin(?:ee)?s?(?![a-z])/, 'morning'],
  [/(?<![a-z])(?:apres[ -]?midi|aprem|tantot)(?![a-z])/, 'afternoon'],
  [/(?<![a-z])soir(?:ee)?s?(?![a-z])/, 'evening'],
]
/** *Jeudi matin*; words that name two parts of a day name none. */
function partIn(plain: string): DayPart | undefined {
  const told = PARTS.filter(([shape]) => shape.test(plain))
  return told.length === 1 ? told[0]![1] : undefined
}
/** The same, of a sentence. */
export const dayPartIn = (sentence: string): DayPart | undefined =>
  partIn(rideText(inFrench(sentence)).plain)

/** When a part of the day is over; the evening is not before the day. */
const OVER: Readonly<Record<DayPart, string>> = {
  morning: '12:00',
  afternoon: '18:00',
  evening: '24:00',
}
/**
 * When what the words tell is over: their hour, or the end of their part of the day. *Lundi soir à
 * 6 h* is 18 h, and midnight ends the day.
 */
export function endIn(plain: string): string | undefined {
  const part = partIn(plain)
  const at = hoursIn(plain)?.until ?? hourIn(plain)
  if (at === undefined) return part && OVER[part]
  if (at === '00:00') return OVER.evening
  const isLater = at < '12:00' && (part === 'afternoon' || part === 'evening')
  return isLater ? `${Number(at.slice(0, 2)) + 12}${at.slice(2)}` : at
}

const hourIn = (plain: string): string | undefined => hourFrom(plain, 0)?.at

type HourSaid = Readonly<{ at: string; from: number; to: number; isRange: boolean }>
/** The first hour behind a place of the text: in figures, or else in words. */
function hourFrom(plain: string, start: number): HourSaid | undefined {
  const rest = plain.slice(start)
  const told = hoursIn(rest)
  const place = { from: start + (told?.from ?? 0), to: start + (told?.to ?? 0) }
  if (told?.until !== undefined) return { at: told.at, ...place, isRange: true }
  if (told) return { at: shifted(told.at, around(plain, place)), ...place, isRange: false }
  const said = SAID.exec(rest)
  const hour = numberInWords(said?.[1] ?? '')
  if (!said || hour === undefined || hour > 23) return undefined
  const [from, to] = [start + said.index, start + said.index + said[0].length]
  const at = shifted(`${String(hour).padStart(2, '0')}:00`, around(plain, { from, to }))
  return { at, from, to, isRange: false }
}

/** Whether any hour is told, be it one to leave or not. */
export const isHourIn = ({ plain }: RideText): boolean => hourIn(plain) !== undefined

/** Somebody leaves: the hour beside it is the one of the ride. */
const LEAVES = source`
  depart|pars|part|partons|partent|partir(?:ai)?|partira|decoll[a-z]*|quitt[a-z]+|demarr[a-z]+
  |(?:me|nous|vous) prendre|leaving|passage|passe(?:rai)?|(?:re)?descends?|(?:re)?monte|rentr[a-z]+
  |vais|va|allons
`
/** What has an hour of its own, wherever one leaves. */
const BEGINS = source`
  rendez-vous|convo[a-z]+|scanner|radio|irm|prise de sang|consultation|examens?|entretien
  |oper[a-z]+|docteur|medecin|toubib|kine|dentiste|ophtalmo|oculiste|cardiologue|tribunal
  |dialyse|coiffeu[a-z]+|notaire|avocate?|vaccin[a-z]*|infirmi[a-z]+|orthophoniste|podologue
  |opticien|sage-femme|loto|theatre|chorale|gym|yoga|repetition
  |trains?|ter|avion|vol|(?<!arret de )(?:car|bus)|navette|messe|mariage|enterrement
  |obseques|ceremonie
  |concert|match|seance|film|spectacle|reunion|conseil|cours|entrainement|judo|foot|danse
  |embauche[a-z]*|commenc[a-z]+|debauche|fini[a-z]*|termine[a-z]*|sort(?:s|ent|ie)?|ouvr[a-z]+
  |ferm[a-z]+|travaill?[a-z]*|bosse|arriv[a-z]+|debarqu[a-z]+|attend[a-z]*|attendue?s?
  |dois|doit|devons|faut|(?:y )?etre|sois|soit|avant|appointment|meeting|piscine
  |pour(?= (?:les? )?(?:\d|midi|${IN_WORDS} heure))
`
const OF_HOUR = new RegExp(`(?<![a-z])(?:(${LEAVES})|(${BEGINS}))(?![a-z])`, 'g')
const LEFT_AT = new RegExp(`^ ?(?:je |on |nous )?(?:${LEAVES})(?![a-z])`)
/** *Rendez-vous à 8 h devant la mairie*: where those who ride meet. */
const MEET_AT = pattern()`
  ^,? ?(?:a |au |sur |devant )*(?:la |le |l')?(?:devant|place|parking|mairie|eglise|stade|rond-point
  |peage|arret|abribus)(?![a-z])
`

/** The hour to leave: one beside a word of leaving, or else one beside no other thing. */
function leavingIn(plain: string): string | undefined {
  let free: string | undefined
  let start = 0
  for (let hour = hourFrom(plain, 0); hour; hour = hourFrom(plain, start)) {
    const before = plain.slice(start, hour.from)
    const after = plain.slice(hour.to)
    const of = [...plain.slice(start, hour.to).matchAll(OF_HOUR)].at(-1)
    // *Rendez-vous à 10 h je descends à Boën*: without a comma, that of what stands before.
    const isElsewhere = of?.[2] !== undefined && !/[,.;:]/.test(before.slice(of.index))
    if (of?.[1] !== undefined || (!isElsewhere && LEFT_AT.test(after))) return hour.at
    const isMet = of?.[2] === 'rendez-vous' && MEET_AT.test(after)
    const isRange = hour.isRange && / de $/.test(before)
    if ((of === undefined || isMet) && !isRange) free ??= hour.at
    start = hour.to
  }
  return free
}
type Around = Readonly<{ before: string; after: string }>
const around = (plain: string, { from, to }: Readonly<{ from: number; to: number }>): Around => ({
  before: plain.slice(0, from),
  after: plain.slice(to),
})

/** *8 heures et demie*, *7 h moins le quart*, *5 heures de l’après-midi*, *le soir à 6 h*. */
function shifted(at: string, { before, after }: Around): string {
  const past = at.endsWith(':00') ? PAST.exec(after) : null
  const said = past?.[1] ?? past?.[2] ?? ''
  const minutes = MINUTES[said] ?? numberInWords(said) ?? (Number(said) || 0)
  const isLate = LATE_ALREADY.test(before) || LATE.test(after.slice(past?.[0].length ?? 0))
  const time = Temporal.PlainTime.from(at)
    .add({ minutes: past?.[1] === undefined ? -minutes : minutes })
    .add({ hours: isLate && at < '12' ? 12 : 0 })
  return time.toString({ smallestUnit: 'minute' })
}

/** An hour as it is typed in a field of its own: *8*, *8h*, *8 h 30*, *midi*. */
export function hourTyped(typed: string): string | undefined {
  const plain = rideText(typed).plain.trim()
  return hourIn(/^\d{1,2}$/.test(plain) ? `${plain}h` : plain)
}

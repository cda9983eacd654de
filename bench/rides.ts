import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { namesOf } from '../src/bricks/offers/model/rides/names.ts'
import { rideIn, rideMaybe, rideTold } from '../src/bricks/offers/model/rides/ride.ts'
import { plainOf } from '../src/text/harvest/mask.ts'

/**
 * `npm run bench:rides DIR`: what the form understands of sentences that somebody wrote as they
 * would on a board. DIR holds `rides.txt`: a line is `KIND, days, from, to, side, sentence`, with
 * tabs.
 * KIND: once, weekly, monthly, ride (no day is told), none. Nothing fails by it. What its writer is
 * asked about is counted apart.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wrong: { type: 'boolean' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    communes: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h' },
  },
})
const [folder] = positionals
const file = join(folder ?? '', 'rides.txt')
if (values.help || !folder || !existsSync(file)) {
  console.log(
    'npm run bench:rides -- DIR [--wrong] [--today DAY] [--communes NAMES]\n\n' +
      '  DIR         a folder with rides.txt: KIND, days, from, to, side, sentence, with tabs\n' +
      '  --wrong     each line that was understood otherwise\n' +
      '  --today     the day of reading (2026-11-29)\n' +
      '  --communes  names of the territory, with commas',
  )
  process.exit(values.help ? 0 : 1)
}
if (folder.split('/').includes('closed') && values.wrong) {
  console.log('A closed folder gives its scores alone.')
  process.exit(1)
}

type Line = Readonly<{ kind: string; days: string; from: string; to: string; sentence: string }>
/** A dash stands for nothing told. */
const said = (text: string): string => (text === '-' ? '' : text)
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter(line => line.includes('\t') && !line.startsWith('#'))
  .map((line): Line => {
    const [kind = '', days = '', from = '', to = '', ...rest] = line.split('\t')
    // A side may stand before the sentence.
    if (/^(?:offer|need|-)$/.test(rest[0] ?? '')) rest.shift()
    return { kind, days: said(days), from: said(from), to: said(to), sentence: rest.join(' ') }
  })
const communes = namesOf(values.communes.split(',').filter(Boolean))

const WEEK = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const place = (said: string | undefined): string =>
  plainOf(said ?? '')
    .replace(/^(?:le |la |les |l'|mon |ma |au |a )/, '')
    .replace(/[^a-z]+/g, ' ')
    .replace(/\bst(e?) /g, 'saint$1 ')
    .trim()
/** Alike when one holds the other: *marché de Boën* and *Boën*. */
const alike = (said: string | undefined, expected: string): boolean => {
  const [one, other] = [place(said), place(expected)]
  return (
    one === other || (one !== '' && other !== '' && (one.includes(other) || other.includes(one)))
  )
}

function read(sentence: string) {
  const ride = rideIn(sentence, { today: values.today, communes })
  if (!ride) return { kind: 'none', days: '', from: '', to: '' }
  const { days } = ride
  const kind =
    days === undefined
      ? 'ride'
      : days.is === 'once'
        ? 'once'
        : days.recurs?.startsWith('FREQ=MONTHLY')
          ? 'monthly'
          : 'weekly'
  const told = days?.is === 'once' ? days.day : (days?.recurs?.match(/(?<=BYDAY=).*/)?.[0] ?? '')
  return { kind, days: told, from: ride.from ?? '', to: ride.to ?? '' }
}
/** The weekdays that a text names, by their names or codes. */
const daysOf = (text: string): string =>
  CODES.filter((code, i) => text.includes(code) || plainOf(text).includes(WEEK[i]!)).join(',')
/** A day that is told once, or the weekdays of what comes back. */
const sameDays = (got: string, expected: string): boolean => {
  if (!/^\d{4}/.test(got)) return daysOf(got) === daysOf(expected)
  const told = rideTold(expected, { today: values.today, communes }).days
  return told?.is === 'once' && told.day === got
}

const count = {
  ride: 0,
  asked: 0,
  askedNone: 0,
  found: 0,
  right: 0,
  kind: 0,
  days: 0,
  from: 0,
  to: 0,
  saysFrom: 0,
  saysTo: 0,
}
for (const line of lines) {
  const got = read(line.sentence)
  const [is, taken] = [line.kind !== 'none', got.kind !== 'none']
  if (is) count.ride++
  if (taken) count.found++
  const asked = !taken && rideMaybe(line.sentence, { today: values.today, communes }) !== undefined
  if (asked) count[is ? 'asked' : 'askedNone']++
  if ((is !== taken || asked) && values.wrong) {
    const how = asked ? (is ? 'asked ' : 'ASKED ') : is ? 'missed' : 'TAKEN '
    console.log(`${how}  ${line.sentence}`)
  }
  if (!is || !taken) continue
  count.right++
  const wrong: string[] = []
  const check = (name: 'kind' | 'days' | 'from' | 'to', isRight: boolean): void => {
    if (isRight) count[name]++
    else wrong.push(`${name} ${got[name] || '–'} for ${line[name] || '–'}`)
  }
  check('kind', got.kind === line.kind)
  check('days', sameDays(got.days, line.days))
  check('from', alike(got.from, line.from))
  check('to', alike(got.to, line.to))
  if (wrong.length > 0 && values.wrong)
    console.log(`wrong   ${line.sentence}\n          ${wrong.join(' · ')}`)
}
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(2)
console.log(
  [
    `${lines.length} sentences, ${count.ride} rides`,
    `precision ${share(count.right, count.found)}  recall ${share(count.right, count.ride)}`,
    `asked of rides ${share(count.asked, count.ride)}  ` +
      `of what is none ${share(count.askedNone, lines.length - count.ride)}`,
    `of those found: kind ${share(count.kind, count.right)}  ` +
      `days ${share(count.days, count.right)}  ` +
      `from ${share(count.from, count.right)}  to ${share(count.to, count.right)}`,
  ].join('\n'),
)

import { pattern } from '../../core/pattern.ts'
import { datesIn, plusDays, yearSpelled } from './dates.ts'
import { nearestDay } from './head-near.ts'
import type { SectionedBlock } from './sections.ts'

/** The day of the meeting, of a page that says it in so many words, or nearly. */

export const field = (names: string) => new RegExp(`^(?:${names})\\b[^:]{0,24}:\\s*`)
const DATE = pattern()`
  ^(?:date(?: (?:et (?:lieu|heure)|de (?:la )?(?:reunion|rencontre|seance)))?|le|quand|jour
  |reunion|seance)\s*:\s*
`

/** Says its month: *mardi 12* alone is a day after the meeting, not its own. */
const MONTHED = pattern()`
  ^(?:19|20)\d{6}$|^(?:le|du|au) [a-z]|\d\s*[/.-]\s*\d|[a-z]{3,}\.?\s*(?:(?:19|20)\d\d|'\d\d)
  |\d(?:er)?\s+[a-z]{3,}
`

/** Before a day that is not the meeting's: *prochaine réunion le…*, *sur convocation du…*. */
const OTHER_DAY = pattern()`
  (?:\bprochain\w* [^.;:]{0,35}|\b(?:convocation|convoquee?s?|convocations) [^.;:]{0,25}|\b(?:pv
  |proces-verbal|compte[- ]rendu) (?:de la (?:seance|reunion) )?precedente? [^.;:]{0,12}
  |\b(?:redige|mis a jour|envoye|diffuse|publie|transmis
  |imprime|remi)e?s? )(?:le |du |au |pour le )?
  (?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?$
`

/** After the day of another meeting: *le compte rendu du 12 septembre est adopté*. */
const APPROVED = /^[^.;:]{0,12}\b(?:est|a ete|sont) (?:adopte|approuve|valide|relu)/
/** A line that begins with its day and its year: *du mardi 14 novembre 2023 à 20 h 30*. */
const DAY_FIRST = pattern()`
  ^(?:du |le |ce )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?\d{1,2}(?:er)?
  [ ][a-z]{3,9} (?:19|20)\d\d\b
`

export const MEETING = pattern()`
  \b(?:reunion|seance|compte[- ]rendu|cr|pv|proces[- ]verbal|assemblee|rencontre|conseil|bureau
  |comite)\b
`

/** Days: so far back, a day without its year is looked for up to a week ahead. */
const [HALF_AWAY, WEEK] = [238, 7]
/** *CR du 20 décembre*, read in November: of the year before. */
const notAhead = (day: string, today: string): string =>
  day > plusDays(today, WEEK) ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : day

/** *Vernassal, le 14 octobre 2026*: the day of a letter, of which the meeting's is another. */
const SENT = /^[a-z][a-z' -]{2,40}, (?:le |ce )?(?:[a-z]+ )?\d{1,2}(?:er)? [a-z]{3,9} \d{4}[^a-z]*$/
const MET = pattern()`
  \b(?:reunion|rencontre|assemblee|veillee|soiree)s? (?:publique |d'information )?d[ue] [^.]{0,12}\d
  |\b(?:reunis|reunies|retrouves|retrouvees|rencontres|vus)\b[^.]{0,30}\d
`
/** So many blocks of a letter are read for it. */
const LETTER = 25

export function dateOf(
  top: readonly SectionedBlock[],
  { plain, year: posted, today }: Readonly<{ plain: string; year?: string; today?: string }>,
  blocks: readonly SectionedBlock[],
): { day: string | null; block: SectionedBlock | undefined } {
  const above = top.map(b => plain.slice(b.from, b.to)).join('\n')
  const year =
    yearSpelled(above) ??
    /(?<!\d)(20\d\d|19\d\d)(?!\d)/.exec(above)?.[1] ??
    posted ??
    /\b(20[0-4]\d)\b/.exec(plain)?.[1]
  const against = { day: year ? `${year}-07-01` : today ? plusDays(today, -HALF_AWAY) : null }
  const read = (block: SectionedBlock) =>
    datesIn(plain.slice(block.from, block.to).slice(0, 400), against).find(
      d =>
        d.sure &&
        !APPROVED.test(plain.slice(block.from + d.to, block.from + d.to + 40)) &&
        MONTHED.test(plain.slice(block.from + d.from, block.from + d.to)) &&
        !OTHER_DAY.test(
          plain.slice(Math.max(block.from, block.from + d.from - 50), block.from + d.from),
        ),
    )
  // In a letter, *Date :* is the day it was sent.
  const letter = top.slice(0, 4).some(b => /^(?:de|from)\s?:/.test(plain.slice(b.from, b.to)))
  const dated = top.filter(b => DATE.test(plain.slice(b.from, b.to)))
  const named = top.filter(
    b =>
      !(letter && DATE.test(plain.slice(b.from, b.to))) &&
      !/ a ecrit ?:/.test(plain.slice(b.from, b.to)) &&
      !/^(?:ordre|excus)/.test(plain.slice(b.from, b.to)),
  )
  // With its year, near the top: *le 14 novembre 2022 à 20 h*; before any *PV du 12 septembre* of
  // the agenda.
  const full = named
    .slice(0, 6)
    .filter(
      b =>
        !['agenda', 'talk'].includes(b.section) ||
        b.heading > 0 ||
        DAY_FIRST.test(plain.slice(b.from, b.to)),
    )
    .filter(
      b =>
        /\b(?:19|20)\d\d\b|\d[/.-]\d{2}\b/.test(plain.slice(b.from, b.to)) &&
        !/\bdates? d/.test(plain.slice(b.from, b.to)),
    )
  const meets = named
    .filter(b => b.section !== 'agenda')
    .filter(b => MEETING.test(plain.slice(b.from, b.to)))
  const said = letter ? [] : dated
  const sent = top.some(b => SENT.test(plain.slice(b.from, b.to)))
  const met = sent ? blocks.slice(0, LETTER).filter(b => MET.test(plain.slice(b.from, b.to))) : []
  for (const block of [
    ...met,
    ...said,
    ...full.filter(b => meets.includes(b)),
    ...full,
    ...meets,
    ...named,
    ...dated,
    ...blocks
      .slice(-6)
      .filter(b =>
        /\b(?:fait a|compte[- ]rendu|redige|le secretaire)\b/.test(plain.slice(b.from, b.to)),
      ),
  ]) {
    const told = read(block)
    if (told) return { day: year || !today ? told.day : notAhead(told.day, today), block }
  }
  return { day: nearestDay(plain, today), block: undefined }
}

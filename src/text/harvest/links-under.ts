import { nullPrototype } from '../../core/null-prototype.ts'
import { pattern } from '../../core/pattern.ts'
import type { FoundWithMentions } from './harvest.ts'
import type { Tie } from './links.ts'
import { sameAs } from './mask.ts'
import { blockAt, type NotesPage } from './page.ts'

/** Kinds that a section's subject has: what is needed, offered, cited or to do under it. */
const SUBJECTS = ['initiative', 'event']
/** How each kind is tied to the subject: `out`, from the subject to it. */
export const UNDER: Readonly<Record<string, readonly [rel: string, out: boolean]>> = nullPrototype({
  need: ['needs', true],
  offer: ['offers', true],
  reference: ['inspired', false],
  task: ['about', false],
})
const NEXT = pattern()`
  ^(?:la |le )?prochaine? (?:reunion|rencontre|seance|conseil|assemblee|ca\b|ag\b|rdv\b|rendez|date
  |fois|bureau|visio|point\b)
`
/** Most pieces under one title that are tied to its subject. */
const MOST_UNDER = 30

/**
 * In one section, what is needed, offered, cited or to do is tied to its projects and its events:
 * the nearest before, else the first project after.
 */
export function underSubjects(page: NotesPage, kept: readonly FoundWithMentions[]): readonly Tie[] {
  // In a conversation, what follows is of somebody else.
  if (page.isChat) return []
  const places = kept
    .flatMap((piece, at) =>
      piece.mentions.map(m => ({
        at,
        kind: piece.kind,
        section: page.blocks[blockAt(page, m.from)]?.under ?? '',
        from: m.from,
      })),
    )
    // *Prochaine réunion* is for nothing of what was said before or after it; nor is an event of a
    // page without sections.
    .filter(
      place =>
        place.kind !== 'event' ||
        (place.section !== '' && !NEXT.test(sameAs(kept[place.at]!.title))),
    )
    .sort((a, b) => a.from - b.from)
  const ties: Tie[] = []
  let [section, count] = ['', 0]
  let subjects = new Map<string, number>()
  let waiting: number[] = []
  const hugged = huggedIn(page)
  let last = { section: '', from: 0 }
  const add = (at: number, subject: number) => {
    const [rel, out] = UNDER[kept[at]!.kind]!
    ties.push(out ? { from: subject, rel, to: at } : { from: at, rel, to: subject })
  }
  for (const place of places) {
    if (place.section !== section)
      [section, count, subjects, waiting] = [place.section, 0, new Map(), []]
    const isNext = hugged.has(place.section) && isParted(page, last.from, place.from)
    if (isNext) subjects = new Map()
    last = place
    if (SUBJECTS.includes(place.kind)) {
      // A day that is said at the end of a section is not what it was about.
      if (!subjects.size && section && place.kind !== 'event')
        for (const at of waiting) add(at, place.at)
      subjects.set(place.kind, place.at)
      count = 0
    } else if (UNDER[place.kind] && count++ < MOST_UNDER) {
      // What is to do without a title above belongs to nothing of what was said before it.
      if (place.kind === 'task' && section === '') continue
      if (!subjects.size) waiting.push(place.at)
      for (const subject of ofKind(subjects))
        if (kept[subject]!.kind !== 'event' || isNear(page, kept[subject]!, place))
          add(place.at, subject)
    }
  }
  return ties
}

/**
 * A thing is for one of them: the project, else the event.
 */
const ofKind = (subjects: ReadonlyMap<string, number>): readonly number[] =>
  [subjects.get('initiative') ?? subjects.get('event') ?? []].flat()

type Place = Readonly<{ section: string; from: number }>
/** A blank line between two places. */
const isParted = (page: NotesPage, from: number, to: number): boolean =>
  /\n[^\S\n]{0,40}\n/.test(page.clear.slice(from, Math.min(to, from + FAR)))
/** As far as one place is looked for from another, in letters and in blocks. */
const [FAR, BLOCKS] = [2_000, 3]

/** Titles that their text hugs, by their words: each reaches to the next blank line. */
const huggedIn = (page: NotesPage): ReadonlySet<string> =>
  new Set(
    page.blocks
      .filter(
        one =>
          one.heading && /^[^\n]{0,9}\n[^\S\n]{0,40}\S/.test(page.clear.slice(one.to, one.to + 60)),
      )
      .map(one => one.under),
  )

/** What is said of an event stands under its own name, or just after it. */
function isNear(page: NotesPage, event: FoundWithMentions, { section, from }: Place): boolean {
  const words = new Set(sameAs(event.title).split(' '))
  if (
    sameAs(section)
      .split(' ')
      .some(word => word.length > 3 && words.has(word))
  )
    return true
  return (
    from - event.from < FAR &&
    blockAt(page, from) - blockAt(page, event.from) <= BLOCKS &&
    !isParted(page, event.from, from)
  )
}

/** Most projects of a page that are looked for by their words. */
const MOST_PROJECTS = 150
/** Words that any project may have: they tell none from another. */
export const ANY_WORD = pattern()`
  ^(?:projets?|ateliers?|creation|creer|groupes?|association|commune|village|collecti(?:f|ve)s?
  |partagee?s?|ouverture|remise|restauration|refection|renovation|construction|installation
  |amenagement|mise|place|petite?s?|nouvel(?:le)?s?|premiere?s?|ancien(?:ne)?s?|grande?s?|chaque
  |notre|leurs?|entre|toute?s?|vendredi|samedi|dimanche|lundi|mardi|mercredi|jeudi|reunions?
  |jours?|maison|salle|ecole|mairie|jardins?|pour|avec|dans|achats?)$
`
/**
 * A need, an offer or a reference that names a project by one of its own words: *pour le taxi-troc
 * on cherche…*.
 */
export function byWord(page: NotesPage, kept: readonly FoundWithMentions[]): readonly Tie[] {
  const projects = kept
    .flatMap((piece, at) =>
      piece.kind === 'initiative'
        ? [
            {
              at,
              words: sameAs(piece.title)
                .split(' ')
                .filter(w => w.length > 4 && !ANY_WORD.test(w)),
            },
          ]
        : [],
    )
    .slice(0, MOST_PROJECTS)
  const ties: Tie[] = []
  kept.slice(0, 600).forEach((piece, at) => {
    const under = UNDER[piece.kind]
    if (!under) return
    const said = new Set(sameAs(page.text.slice(piece.from, piece.to)).split(' '))
    for (const project of projects) {
      if (ties.length > 300 || !project.words.some(word => said.has(word) || said.has(`${word}s`)))
        continue
      ties.push(
        under[1]
          ? { from: project.at, rel: under[0], to: at }
          : { from: at, rel: under[0], to: project.at },
      )
    }
  })
  return ties
}

import { bornAt } from '../../../core/id.ts'
import { dayOfMoment, daysBetween, span } from '../../../text/days.ts'
import { difficultiesIn, difficultyThemes, lacking, oldestNeed } from '../model/read.ts'
import { unplacedIn } from '../model/read-commune.ts'
import { type Here, heard, isTold, unvisited } from '../model/rules.ts'
import { drawn, periodOf, type ReportPart, type ReportSource } from './seen.ts'

const MOST_LACKING = 5

/** More names than this are a list, not a sentence: the table has them all. */
const MOST_NAMES = 20
const namesOf = (not: readonly Here[], { words: w }: ReportSource): string => {
  const names = not.slice(0, MOST_NAMES).map(one => one.name)
  return [
    ...names,
    ...(not.length > names.length ? [w.andOthers(not.length - names.length)] : []),
  ].join(', ')
}

/**
 * *Ce qui manque*: where nobody has been yet, what places lack, what waits, what people could not
 * do.
 */
export function missing(seen: ReportSource): ReportPart {
  const { words: w, read, kit, figures: f } = seen
  const not = unvisited(seen.communes, seen.been)
  const known = heard(not, f.all)
  const unplaced = not.length === 0 ? 0 : unplacedIn(read, kit.request.today)
  const oldest = oldestNeed(read)
  const waits =
    oldest === undefined ? 0 : daysBetween(dayOfMoment(bornAt(oldest)), kit.request.today)
  const { themes } = difficultiesIn(read, seen.since ?? '')
  const told = difficultyThemes.flatMap(theme => {
    const n = themes.get(theme) ?? 0
    return isTold(n) ? [{ label: w.types.difficulty.fields.theme.choices[theme], value: n }] : []
  })
  const rows = told.toSorted((a, b) => b.value - a.value)
  return {
    id: 'manque',
    title: w.missingTitle,
    says: [
      ...(seen.communes.length === 0
        ? []
        : [
            not.length === 0
              ? w.allVisited
              : w.unvisited(not.length, namesOf(not, seen), unplaced === 0),
          ]),
      ...(unplaced === 0 ? [] : [w.unplaced(unplaced)]),
      ...(known.length === 0 ? [] : [w.heard(namesOf(known, seen))]),
      ...(f.has('deals.share')
        ? [w.answered(f.whole('deals.share'), f.whole('deals.delay'))]
        : [w.fewAnswers]),
      ...(waits > 0 ? [w.oldest(span(waits, kit.request.lang))] : []),
      ...(rows.length > 0
        ? [
            w.difficulties(
              periodOf(seen),
              rows.map(one => w.counted(one.label, one.value)).join(', '),
            ),
          ]
        : []),
    ],
    lines: lacking(read, MOST_LACKING).map(one => ({
      words: w.lacks(one.title, one.detail ?? ''),
      ...(one.path ? { href: one.path } : {}),
    })),
    drawn: drawn(
      'bars',
      { id: 'difficultes', title: w.chartDifficulties, shows: w.chartDifficultiesShows, rows },
      [w.what, w.howMany],
    ),
    source: w.sourceMissing,
  }
}

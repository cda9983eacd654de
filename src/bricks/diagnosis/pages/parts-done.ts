import { wordAt } from '../../../core/narrow.ts'
import { dayPlain } from '../../../text/days.ts'
import { meetingsOf, storiesOf, talkedWith } from '../model/read.ts'
import { isTold, unvisited } from '../model/rules.ts'
import {
  drawn,
  many,
  manyPeople,
  periodOf,
  type ReportLine,
  type ReportPart,
  type ReportSource,
} from './seen.ts'

const MODES = [
  'give',
  'lend',
  'share',
  'exchange',
  'barter',
  'rent',
  'sell',
  'hand',
  'ride',
] as const
const MOST_MEETINGS = 4

/** What happens between neighbours, a story under each goal, and the three steps of the plan. */
export const doneParts = (seen: ReportSource): readonly (ReportPart | undefined)[] => [
  between(seen),
  goals(seen),
  plan(seen),
]

function between(seen: ReportSource): ReportPart {
  const { words: w, figures: f } = seen
  const deals = f.whole('deals.done')
  const rows = MODES.flatMap(mode => {
    const n = f.whole(`deals.done.${mode}`)
    return isTold(n) ? [{ label: f.words(`deals.done.${mode}`), value: n }] : []
  })
  return {
    id: 'voisins',
    title: w.betweenTitle,
    says: [
      w.notices(
        periodOf(seen),
        manyPeople(f.whole('offers.offers'), w.many.offer, seen),
        manyPeople(f.whole('offers.needs'), w.many.need, seen),
      ),
      isTold(deals) ? w.deals(many(deals, w.many.deal, seen)) : w.fewDeals,
    ],
    ...(rows.length > 0
      ? {
          drawn: [
            drawn(
              'bars',
              { id: 'arrangements', title: w.chartDeals, shows: w.chartDealsShows, rows },
              [w.what, w.howMany],
            ),
          ],
        }
      : {}),
    source: w.sourceNotices,
  }
}

/**
 * One story under each goal announced to the village, chosen by the keeper among what everybody in
 * it agreed to tell.
 */
function goals(seen: ReportSource): ReportPart | undefined {
  const { words: w, read } = seen
  const lines = storiesOf(read).map(
    (one): ReportLine => ({
      words: w.goalLine(wordAt(w.goals, one.goal) ?? one.goal, one.title),
      href: one.path,
    }),
  )
  return lines.length === 0
    ? undefined
    : { id: 'buts', title: w.goalsTitle, says: [w.goalsLead], lines, source: w.sourceGoals }
}

/** The three steps of a territory’s work, as far as they are. */
function plan(seen: ReportSource): ReportPart {
  const { words: w, read, figures: f, kit } = seen
  const n = f.whole
  const known =
    n('directory.places') + n('directory.groups') + n('directory.projects') + n('directory.access')
  const not = unvisited(seen.communes, seen.been).length
  const met = meetingsOf(read, seen.since ?? '', MOST_MEETINGS).map(one =>
    dayPlain(one.date, kit.request.lang, kit.request.today),
  )
  return {
    id: 'plan',
    title: w.planTitle,
    says: [w.planLead],
    lines: [
      { words: w.step1, under: w.step1Is(known, seen.communes.length - not, seen.communes.length) },
      {
        words: w.step1bis,
        under: w.step1bisIs(
          n('meetings.meetings'),
          met.join(', '),
          talkedWith(read, seen.since ?? ''),
          n('directory.partnerships'),
        ),
      },
      {
        words: w.step2,
        under: w.step2Is(
          n('directory.projects.starting') + n('directory.projects.running'),
          n('meetings.done'),
          n('meetings.todo'),
        ),
      },
    ],
    source: w.sourcePlan,
  }
}

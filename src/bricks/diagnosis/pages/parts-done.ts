import { wordAt } from '../../../core/narrow.ts'
import { capital } from '../../../text/capital.ts'
import { dayPlain, figure } from '../../../text/days.ts'
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
  lent(seen),
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
      capital(
        w.notices(
          periodOf(seen),
          manyPeople(f.whole('offers.offers'), w.many.offer, seen),
          manyPeople(f.whole('offers.needs'), w.many.need, seen),
        ),
      ),
      isTold(deals) ? w.deals(many(deals, w.many.deal, seen)) : w.fewDeals,
    ],
    drawn: drawn(
      'bars',
      { id: 'arrangements', title: w.chartDeals, shows: w.chartDealsShows, rows },
      [w.what, w.howMany],
    ),
    source: w.sourceNotices,
  }
}

/** What is lent, how often and to how many people; nothing where nothing is to lend. */
function lent(seen: ReportSource): ReportPart | undefined {
  const { words: w, figures: f, kit } = seen
  const [things, loans, people, neverFree] = ['things', 'loans', 'people', 'neverFree'].map(one =>
    f.whole(`lending.${one}`),
  ) as [number, number, number, number]
  if (things === 0) return undefined
  const said = capital(many(things, w.many.thing, seen))
  const by = isTold(people) ? w.lentBy(figure(people, kit.request.lang)) : w.lentByFew
  return {
    id: 'pret',
    title: w.lentTitle,
    says: [
      isTold(loans) ? w.lent(said, many(loans, w.many.loan, seen), by) : w.lentNothing(said),
      ...(neverFree > 0 ? [w.neverFree(neverFree)] : []),
    ],
    source: w.sourceLent,
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
      said: [one.title],
      href: one.path,
    }),
  )
  return lines.length === 0
    ? undefined
    : { id: 'buts', title: w.goalsTitle, says: [w.goalsLead], lines, source: w.sourceGoals }
}

/**
 * What was known, tied and done, in the order in which a territory goes about it; nothing is told
 * of what there is none.
 */
function plan(seen: ReportSource): ReportPart | undefined {
  const { words: w, read, figures: f, kit } = seen
  const n = f.whole
  const known =
    n('directory.places') + n('directory.groups') + n('directory.projects') + n('directory.access')
  const been = seen.communes.length - unvisited(seen.communes, seen.been).length
  const met = meetingsOf(read, seen.since ?? '', MOST_MEETINGS).map(one =>
    dayPlain(one.date, kit.request.lang, kit.request.today),
  )
  const running = n('directory.projects.starting') + n('directory.projects.running')
  const steps: readonly (readonly [title: string, pieces: readonly (string | false)[]])[] = [
    [w.step1, [known > 0 && w.noted(known), been > 0 && w.seenIn(been, seen.communes.length)]],
    [
      w.step1bis,
      [
        n('meetings.meetings') > 0 && w.met(n('meetings.meetings'), met.join(', ')),
        ...[talkedWith(read, seen.since ?? '')].map(talked => talked > 0 && w.talked(talked)),
        n('directory.partnerships') > 0 && w.together(n('directory.partnerships')),
      ],
    ],
    [
      w.step2,
      [
        running > 0 && w.running(running),
        n('meetings.done') > 0 && w.followed(n('meetings.done')),
        n('meetings.todo') > 0 && w.toFollow(n('meetings.todo')),
      ],
    ],
  ]
  const lines = steps.flatMap(([words, pieces]): ReportLine[] => {
    const under = pieces.filter(piece => piece !== false).join('\u00a0; ')
    return under === '' ? [] : [{ words, under: `${capital(under)}.`, said: [] }]
  })
  return lines.length === 0
    ? undefined
    : { id: 'plan', title: w.planTitle, says: [], lines, source: w.sourcePlan }
}

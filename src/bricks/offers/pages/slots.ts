import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { HomeSection, MapPoint, Slots } from '../../../contract/slots.ts'
import { lazy } from '../../../core/lazy.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { arrangedHere, isReserved } from '../model/arranged.ts'
import { ALERTS } from '../model/commands-matching.ts'
import { offersHarvest } from '../model/harvest.ts'
import { shownTitle } from '../model/matching/spoken.ts'
import { found, newestOnMap, noticeOf } from '../model/read.ts'
import { onBoard } from '../model/read-board.ts'
import { alert } from '../model/records-matching.ts'
import { seatsOf } from '../model/rides/seats.ts'
import type { Notice } from '../model/rules.ts'
import { allTaken } from '../model/shared-out.ts'
import { tells } from '../model/where-said.ts'
import type { fr } from '../words/fr.ts'
import { noticeWaits } from './awaited.ts'
import { answersFor, namesHere } from './finding/asked.ts'
import { likelyFor } from './finding/likely.ts'
import { needSaid } from './finding/wanted.ts'
import { noticeLine } from './line.ts'
import { groundHere } from './matching/find.ts'
import { meanwhile } from './matching/meanwhile.ts'
import { alertOnTicket, metOnTicket, ownMet } from './meeting-news.ts'
import { closingOnTicket, renewOnTicket } from './on-ticket.ts'
import { SEARCHED } from './pages-form.ts'
import { loopLooks } from './pages-loops.ts'
import { boardMeets, refusalLooks } from './pages-matching.ts'
import { choiceHere } from './rides/choice.ts'
import { countedOn, countedSaid } from './rides/counted-on.ts'
import { watch } from './watch.ts'

type Words = typeof fr
const ON_THE_BOARD = 3
const MOST_ON_MAP = 500

function home(kit: Kit, read: Reader, words: Words): readonly HomeSection[] {
  const arranged = lazy(() => arrangedHere(read))
  const offered = onBoard.offers(read, kit.request.today, ON_THE_BOARD)
  const wanted = onBoard.needs(read, kit.request.today, ON_THE_BOARD)
  const agreed = seatsOf(read, offered)
  const isTaken = allTaken(read, [...offered, ...wanted])
  const section = (
    of: Pick<HomeSection, 'order' | 'side' | 'title' | 'more'>,
    all: readonly Notice[],
  ): readonly HomeSection[] =>
    all.length === 0
      ? []
      : [
          {
            ...of,
            row: 'board',
            body: notices(
              all.map(one =>
                noticeLine(one, kit, words, {
                  mixed: false,
                  agreed: agreed.get(one.row.id),
                  isTaken: isTaken(one.row.id),
                  isReserved: isReserved(arranged, one),
                  meets: meetsOnBoard(one, kit, read, words),
                }),
              ),
            ),
          },
        ]
  return [
    ...section(
      {
        order: 10,
        side: 'offer',
        title: words.offered,
        more: { href: '/annonces?genre=propose', words: words.allOffers },
      },
      offered,
    ),
    ...section(
      {
        order: 20,
        side: 'need',
        title: words.wanted,
        more: { href: '/annonces?genre=cherche', words: words.allNeeds },
      },
      wanted,
    ),
  ]
}

/** What surely answers a notice of the board: made again when one of their words is written. */
const meetsOnBoard = (one: Notice, kit: Kit, read: Reader, words: Words): Html | undefined =>
  kit.piece(`meets ${one.row.id}`, bare => {
    const { request } = bare
    const ground = { ...groundHere(bare, read), cards: request.by !== 'visitor' }
    return boardMeets(one, ground, { request, read, words })
  })

/** Where a commune alone is known, the notice stands on it. */
function map(kit: Kit, read: Reader, words: Words): readonly MapPoint[] {
  const isSearch = kit.request.query['montrer'] === 'annonces'
  const { today } = kit.request
  const all = isSearch
    ? found(read, choiceHere(kit, read), today)
        .at(0, MOST_ON_MAP)
        .map(({ row: { id, title, commune } }) => ({ id, title: title ?? '', commune }))
    : (['offer', 'need'] as const).flatMap(table =>
        newestOnMap(read, table, { today, most: MOST_ON_MAP }),
      )
  return all.flatMap(({ id, title, commune }): MapPoint[] =>
    commune ? [{ title, href: `/annonces/${id}`, commune, layer: words.onMap }] : [],
  )
}

/** To whom a driver without a card owes a word before they change or end their ride. */
function countedOnTicket(kit: Kit, read: Reader, words: Words, id: string): readonly Html[] {
  const notice = noticeOf(read, id)
  const said = notice && countedSaid(notice, { kit, read, words })
  return said === undefined ? [] : [html`<b>${said}</b>`]
}

export const slots: Slots<Words> = {
  questions: words => words.questions,
  menu: words => [{ order: 10, href: '/annonces', words: words.menu }],
  doors: words => [
    { order: 10, href: '/annonces/proposer', words: words.propose, side: 'offer' },
    { order: 20, href: '/annonces/chercher', words: words.search, side: 'need' },
    { order: 30, href: '/annonces/chercher?coup-de-main=1', words: words.hand, side: 'help' },
  ],
  otherNames: namesHere,
  finds: (kit, read, words, asked) => answersFor(kit, read, words, asked),
  likely: (kit, read, words, asked) => likelyFor(kit, read, words, asked),
  unfound: (words, asked, by) => [
    {
      order: 10,
      href: `/annonces/chercher?${new URLSearchParams({ [SEARCHED]: needSaid(asked, words) })}`,
      words: words.writeAsNeed(asked),
      side: 'need',
    },
    ...(by === 'keeper'
      ? []
      : [
          {
            order: 20,
            href: `${ALERTS}?${new URLSearchParams({ [SEARCHED]: asked })}`,
            words: words.finding.alerts.tellMe,
            side: '',
          },
        ]),
  ],
  mine: words => [
    { href: ALERTS, words: words.finding.alerts.title },
    { href: '/annonces/a-redire', words: words.toRenew },
    { href: '/annonces/trocs', words: words.matching.loops },
  ],
  tools: words => [
    {
      href: '/sans-reponse',
      words: words.matching.unanswered,
      under: 'answers',
      about: words.toolAbout.unanswered,
    },
    {
      href: '/annonces/trocs',
      words: words.matching.loops,
      under: 'answers',
      about: words.toolAbout.loops,
    },
    { href: '/annonces/saisie', words: words.keying, under: 'in', about: words.toolAbout.keying },
    {
      href: '/annonces/bandelettes',
      words: words.strips,
      under: 'paper',
      about: words.toolAbout.strips,
    },
    {
      href: '/annonces/a-redire',
      words: words.toRenew,
      under: 'answers',
      about: words.toolAbout.toRenew,
    },
    { href: '/reperages', words: words.spots, under: 'answers', about: words.toolAbout.spots },
  ],
  waits: noticeWaits,
  ownMet,
  beforeMend: (kit, read, words, { id }) => {
    const notice = noticeOf(read, id)
    return (notice && countedOn(notice, { kit, read, words }, false)) || undefined
  },
  onTicket: (kit, read, words, { id, type }) => [
    ...(type.name === alert.name ? alertOnTicket(kit, read, words, id) : []),
    ...renewOnTicket(kit, read, words, id),
    ...countedOnTicket(kit, read, words, id),
    ...metOnTicket(kit, read, id).map(
      other =>
        html`
          <a href="/annonces/${other.id}"${TONGUE}>
            ${shownTitle(other)}
          </a>${POINT}${words.waits.meetsYours}
        `,
    ),
  ],
  ticketActs: closingOnTicket,
  home,
  map,
  watch,
  looks: { ...loopLooks, ...refusalLooks },
  onceSent: meanwhile,
  tells,
  harvest: [offersHarvest],
}

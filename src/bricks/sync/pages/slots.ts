import { type BoxSeen, isBelieved } from '../../../contract/box/boxes.ts'
import { html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { notices } from '../../../ui/board.ts'
import { BOXES } from '../model/commands.ts'
import { REQUESTS } from '../model/commands-requests.ts'
import { newestArrival, waitingRequests } from '../model/read.ts'
import { asks } from '../model/rules.ts'
import { VERSIONS } from '../model/settling.ts'
import type { fr } from '../words/fr.ts'
import { joinsPart, joinsUndoable, newsOf, newsWaiting } from './pages-joining.ts'
import { hasLetters, LETTERS } from './pages-letters.ts'
import { otherVersions, versionsWaiting } from './pages-versions.ts'
import { lately } from './say.ts'
import { theirsWaiting } from './theirs.ts'

/**
 * Boxes that ask to be recognised or accepted, news that were much for one time, and what other
 * boxes ask.
 */
function waits(whom: ToDoReader, read: Reader, words: typeof fr): readonly ToDo[] {
  if (whom.by !== 'keeper') return []
  const boxes = read.boxes()
  const { others } = boxes
  const callers = new Map(others.map(one => [one.name, one.called]))
  const asking = others
    .filter(asks)
    .map(one =>
      one.known === 'introduced'
        ? words.waitsYes(
            one.called,
            words.and(one.introducedBy.map(name => callers.get(name) ?? '')),
          )
        : words.waitsRecognised(one.words),
    )
  const much = others
    .filter(one => isBelieved(one) && one.isFull)
    .map(one => words.waitsMuch(one.called))
  const fell = others.filter(one => isBelieved(one)).flatMap(one => fellFrom(one, words))
  const requests = waitingRequests(read, boxes).length
  const versions = versionsWaiting(whom, read)
  return [
    {
      href: VERSIONS,
      n: versions,
      order: 20,
      label: words.versions.versionsTitle,
      sentence: words.versions.versionsWait(versions),
    },
    ...theirsWaiting(whom, read, words),
    ...newsWaiting(whom, read, words),
    ...[...asking, ...much, ...fell].map(sentence => ({
      href: BOXES,
      n: 1,
      label: words.boxes,
      sentence,
    })),
    { href: REQUESTS, n: requests, label: words.requests, sentence: words.waitsRequests(requests) },
  ]
}

/**
 * What a box brought and that was not taken, where its keeper or ours may do something about it.
 */
function fellFrom({ name, called, aside, stopped }: BoxSeen, words: typeof fr): readonly string[] {
  const left = (isIts: boolean): number =>
    aside.reduce(
      (sum, one) =>
        one.why === 'unknown' && (one.box === name) === isIts ? sum + one.entries : sum,
      0,
    )
  const [its, others] = [left(true), left(false)]
  return [
    ...(its > 0 ? [words.waitsAgain(called, its)] : []),
    ...(others > 0 ? [words.waitsAside(called, others)] : []),
    ...(stopped > 0 ? [words.waitsStopped(called)] : []),
  ]
}

export const slots: Slots<typeof fr> = {
  questions: words => words.questions,
  // A page alone has no need of a courier: nothing is said of it until another box is known.
  home: (_ask, read, words) => {
    if (!read.boxes().others.some(isBelieved)) return []
    const way = (to: string, title: string, where: string) =>
      html`<li><h3><a href="/nouvelles#${to}">${title}</a></h3><p class="where">${where}</p></li>`
    const body = notices([
      way('emporter', words.carry, words.carryHome),
      way('apporter', words.bring, words.bringHome),
    ])
    return [
      {
        order: 60,
        row: 'low',
        side: 'news',
        title: words.homeTitle,
        more: { href: '/nouvelles', words: words.homeMore },
        body,
      },
    ]
  },
  tools: (words, read) => [
    {
      href: VERSIONS,
      words: words.versions.versionsTitle,
      under: 'answers',
      order: 30,
      about: words.toolAbout.versions,
    },
    ...(hasLetters(read)
      ? [
          {
            href: LETTERS,
            words: words.letters.title,
            under: 'answers',
            order: 50,
            about: words.toolAbout.letters,
          } as const,
        ]
      : []),
    { href: BOXES, words: words.boxes, under: 'box', about: words.toolAbout.boxes },
    { href: REQUESTS, words: words.requests, under: 'answers', about: words.toolAbout.requests },
  ],
  waits,
  underTools: (kit, read, words) => joinsPart({ kit, read, words }),
  undoable: (kit, read, words) => joinsUndoable({ kit, read, words }),
  onRecord: (kit, read, words, { type, id }) => {
    const reading = { kit, read, words }
    return html`${otherVersions(reading, type, id)}${newsOf(reading, type, id)}`
  },
  fromRecord: (id, { joining }) => [{ href: `/joindre?these=${id}`, words: joining.joinLink }],
  today: (kit, read, words) => {
    const newest = newestArrival(read, kit.request.today)
    if (!newest) return []
    return [
      html`
        <a href="/nouvelles">
          ${words.newsToday(newest.box.called, lately(newest.day, kit.request, words))}
        </a>
      `,
    ]
  },
}

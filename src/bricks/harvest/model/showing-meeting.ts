import type { CommandContext } from '../../../contract/command.ts'
import type { Draft } from '../../../contract/decision.ts'
import { type Guard, newFindings } from '../../../contract/records/guarded.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { HERE, type Lang } from '../../../core/lang.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RecordType, Value } from '../../../core/schema.ts'
import { dayPlain } from '../../../text/days.ts'
import type { Finding } from '../../../text/guard/guard.ts'
import type { fr } from '../words/fr.ts'
import { communeOfMeeting } from './showing-commune.ts'
import type { Unagreed } from './unagreed.ts'

type Of = Readonly<
  Record<
    'title' | 'chat' | 'date' | 'startsAt' | 'where' | 'commune' | 'licence' | 'author' | 'url',
    string | null
  >
>

/** What the guard finds in the meeting's title, as the keeper saw it. */
export const MEETING_SEEN = 'reunion.vu'

/** A conversation whose title nobody typed: the name of its group stays in this box. */
export const titleStays = ({ title, chat }: Pick<Of, 'title' | 'chat'>): boolean =>
  chat !== null && title === chat

/**
 * What of a meeting would say something of somebody, by field: no act of the review shows a place,
 * an author or an address that does.
 */
export function heldOfMeeting(
  of: Of,
  named: Unagreed,
  guards: Guard,
): Readonly<Record<'title' | 'where' | 'author' | 'url', readonly Finding[]>> {
  const held = (text: string | null): readonly Finding[] => {
    if (text === null) return []
    const found = guards(text)
    const who = found.length === 0 ? named(text) : undefined
    return who === undefined ? found : [{ from: 0, to: text.length, kind: 'name', said: who }]
  }
  return {
    title: titleStays(of) ? [] : held(of.title),
    where: held(of.where),
    author: held(of.author),
    url: held(of.url),
  }
}

type Room = Readonly<{ named: Unagreed; guards: Guard; at: CommandContext; words: typeof fr }>

/**
 * The meeting as everybody may read it. Only what its type has a field for.
 *
 * Law     11: a title that names somebody becomes its day, unless the keeper saw it and said so;
 *         that of a conversation does, unless the keeper typed it; a place, an author and an
 *         address that name somebody stay here; the author comes once they agreed (`authorAgreed`).
 */
export function meetingDraft(
  of: Of,
  { type, id }: Readonly<{ type: RecordType; id: string }>,
  input: Input,
  { named, guards, at, words }: Room,
): Draft {
  const { date, startsAt, licence } = of
  const commune = communeOfMeeting(of, at.territory())
  const held = heldOfMeeting(of, named, guards)
  const isTitleFree =
    of.title !== null &&
    !titleStays(of) &&
    !named(of.title) &&
    newFindings(held.title, one(input, MEETING_SEEN)).length === 0
  const free = (name: 'where' | 'author' | 'url'): string | null =>
    held[name].length === 0 ? of[name] : null
  const said = {
    [type.title]: isTitleFree ? of.title : ownTitle(of, { today: at.today, lang: HERE }, words),
    date: date ?? at.today,
    startsAt,
    where: withoutCommune(free('where'), commune, at),
    commune,
    licence,
    author: free('author'),
    url: free('url'),
    chat: of.chat === null ? null : true,
  }
  const filled = Object.entries(said).filter(
    ([name, value]) => value !== null && type.fields[name] !== undefined,
  )
  return { type: type.name, record: id, fields: Object.fromEntries(filled) as Values }
}

/** A title in words of ours, which name nobody and no group. */
export const ownTitle = (
  { date, chat }: Pick<Of, 'date' | 'chat'>,
  { today, lang }: Readonly<{ today: string; lang: Lang }>,
  words: Pick<typeof fr, 'chatOf' | 'meetingOf'>,
): string => (chat === null ? words.meetingOf : words.chatOf)(dayPlain(date ?? today, lang))

/** The page says the commune beside the place: it is not said twice. */
function withoutCommune(
  where: string | null,
  commune: string | null,
  at: CommandContext,
): string | null {
  const name = at.territory()?.communes.find(one => one.code === commune)?.name
  const said = where?.trim() ?? ''
  if (name === undefined || !fold(said).endsWith(fold(name))) return where
  const before = said.slice(0, said.length - name.length)
  return /[\s,(–-]$/.test(before) ? before.replace(/[\s,(–-]+$/, '') || where : where
}
type Values = Readonly<Record<string, Value>>

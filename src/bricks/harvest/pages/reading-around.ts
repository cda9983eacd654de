import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { guardWords, whySaid } from '../../../contract/records/guard-words.ts'
import { findingsText, type Guard } from '../../../contract/records/guarded.ts'
import type { harvest } from '../../../contract/records/own-records.ts'
import { bornAt } from '../../../core/id.ts'
import { HERE } from '../../../core/lang.ts'
import { fold } from '../../../core/letters/words.ts'
import { fieldFor, type RowOf } from '../../../core/schema.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { formField, textArea, tick } from '../../../ui/field.ts'
import { actButton, hidden } from '../../../ui/post.ts'
import { UNSHOW_HARVEST } from '../model/hidden-again.ts'
import { calledOr, type Someone } from '../model/people.ts'
import { ACT, PATHS, placeOf } from '../model/reading.ts'
import { MET, meetingBefore } from '../model/reading-again.ts'
import { communeOfMeeting } from '../model/showing-commune.ts'
import { heldOfMeeting, MEETING_SEEN, ownTitle, titleStays } from '../model/showing-meeting.ts'
import type { Unagreed } from '../model/unagreed.ts'
import type { fr } from '../words/fr.ts'
import { reviewWords } from '../words/words.ts'
import { communeChoice, communeSaid } from './reading-commune.ts'
import { act, kindWord, whyHeld } from './reading-marks.ts'
import { lacksDay, type ReadPiece } from './reading-pieces.ts'

type Of = RowOf<typeof harvest>

/** The title that it gets without one: our words, in the language of what is kept. */
const ownTitleHere = (of: Of, { request }: Kit): string =>
  ownTitle(of, { today: request.today, lang: HERE }, reviewWords(HERE))

/** The meeting itself: its title, its day, its place, who was there; and what of it stays here. */
export function meetingPart(
  kit: Kit,
  of: Of,
  { named, guards }: Readonly<{ named: Unagreed; guards: Guard }>,
): Html {
  const [w, g] = [reviewWords(kit.request.lang).reading, guardWords(kit.request.lang)]
  const held = heldOfMeeting(of, named, guards)
  const own = ownTitleHere(of, kit)
  const again = kit.request.again?.input ?? {}
  const typed = (name: string, value: string): string => {
    const sent = again[name]
    return typeof sent === 'string' ? sent : value
  }
  const wrong = (name: string): string | undefined =>
    kit.request.again?.field === name ? kit.request.again.refused : undefined
  const refused = { date: wrong(MET.date), startsAt: wrong(MET.startsAt) }
  const isHeld = !of.meeting && held.title.length > 0
  const stays = of.meeting
    ? []
    : (['where', 'author', 'url'] as const).filter(name => held[name].length > 0)
  const why = whySaid(held.title, kit.request.lang)
  const isPlaced = of.meeting !== null || communeOfMeeting(of, kit.territory) !== null
  const isOpen = refused.date || refused.startsAt || isHeld || of.date === null || !isPlaced
  const title = { id: 'f-reunion', name: MET.title, rows: 2, maxlength: 300 }
  const people = { id: 'f-gens', name: MET.people, rows: 4 }
  return html`
    <details class="meeting" id="rencontre"${isOpen && html` open`}>
      <summary>${w.meeting}</summary>
      ${hidden({ [MET.before]: meetingBefore(of) })}
      ${formField({
        id: 'f-reunion',
        label: w.meetingTitle,
        ...(!of.meeting && titleStays(of) && of.title !== own ? { hint: w.chatTitleHint } : {}),
        control: textArea(title, typed(MET.title, of.title ?? '')),
      })}
      ${isHeld && html`<p class="why">${g.meetingTitleHeld(why)}</p>`}
      ${
        isHeld &&
        named(of.title ?? '') === undefined &&
        tick({ name: MEETING_SEEN, value: findingsText(held.title), words: g.meetingTitleShow })
      }
      <div class="pair">
        ${formField({
          id: 'f-jour',
          label: w.meetingDate,
          ...(refused.date ? { error: refused.date } : {}),
          input: { type: 'date', name: MET.date, value: typed(MET.date, of.date ?? '') },
        })}
        ${formField({
          id: 'f-heure',
          label: w.meetingHour,
          ...(refused.startsAt ? { error: refused.startsAt } : {}),
          input: {
            type: 'time',
            name: MET.startsAt,
            value: typed(MET.startsAt, of.startsAt ?? ''),
          },
        })}
      </div>
      ${formField({
        id: 'f-lieu',
        label: w.meetingWhere,
        input: { name: MET.where, value: typed(MET.where, of.where ?? ''), maxlength: 300 },
      })}
      ${communeChoice(kit, typed(MET.commune, of.commune ?? ''))}
      ${formField({
        id: 'f-gens',
        label: w.meetingPeople,
        hint: w.meetingPeopleHint,
        control: textArea(people, typed(MET.people, (of.people ?? []).join('\n'))),
      })}
      ${
        stays.length > 0 &&
        html`
          <p>
            ${g.meetingStays}${' '}
            ${stays.map(name => g.meetingPart[name](of[name] ?? '')).join(g.between)}.
          </p>
        `
      }
      <p class="acts">
        <button formaction="${PATHS.meeting}">${w.save}</button>
        <button formaction="${PATHS.again}">${w.readAgain}</button>
      </p>
      <p class="hint">${w.readAgainHint}</p>
    </details>
  `
}

/** *Denis Faure* says more than *Denis*: they may be one, and the keeper says so. */
function saysMore(whole: string, part: string): boolean {
  const words = (name: string): readonly string[] => fold(name.trim()).split(' ')
  const [all, some] = [words(whole), words(part)]
  return all.length > some.length && some.every(word => all.includes(word))
}

/** Who is named: each gets a strip; a word that is nobody is said so. */
export function peoplePart(
  kit: Kit,
  of: string,
  people: readonly Someone[],
  answered: (one: Someone) => string,
): Html | false {
  const words = reviewWords(kit.request.lang)
  const w = words.reading
  const called = (one: Someone): string => calledOr(one.name, words.agreement.numberAlone)
  const same = (one: Someone, other: Someone): Html =>
    act(
      {
        path: PATHS.merge,
        name: ACT.same,
        value: `${one.first.id} ${other.first.piece}`,
        words: w.isThem(calledOr(other.name, w.numberAlone)),
        label: `${called(one)}, ${w.isThem(calledOr(other.name, w.numberAlone))}`,
      },
      'link',
    )
  const line = (one: Someone): Html => {
    const sameAs = people.filter(other => other !== one && saysMore(other.name, one.name))
    const isOpen = one.first.state === 'waiting' || one.first.state === 'kept'
    return html`
      <li>
        <bdi>${called(one)}</bdi> <span class="where">${answered(one)}</span>
        ${isOpen && sameAs.map(other => same(one, other))}
        ${
          isOpen &&
          act(
            {
              path: PATHS.leave,
              name: ACT.piece,
              value: one.pieces.map(piece => piece.id).join(' '),
              words: w.notAPerson,
              label: `${called(one)} ${w.notAPerson}`,
            },
            'link',
          )
        }
      </li>
    `
  }
  return (
    people.length > 0 &&
    html`
      <section class="people">
        <h2>${w.people}</h2>
        <p>
          ${w.peopleLead(people.length)}${' '}
          <a href="/cueillette/${of}/accord">${words.agreementSheet}</a>
        </p>
        <ul>${people.map(line)}</ul>
      </section>
    `
  )
}

/** *Trois demandes*; of a kind that has no word here, those of its type. */
function counted(kit: Kit, kind: string, all: readonly ReadPiece[]): string {
  const w = reviewWords(kit.request.lang).reading
  const [one, many]: readonly Readonly<Record<string, string>>[] = [
    { ...w.kinds, task: w.oneTask },
    w.many,
  ]
  const own = kit.withMadeFields(all[0]!.type).words
  return all.length === 1
    ? `1 ${one![kind] ?? own.one}`
    : `${all.length} ${many![kind] ?? own.many.toLowerCase()}`
}

/** What *Afficher* will show, and to whom, in a sentence; and the button. */
export function showPart(kit: Kit, of: Of, pieces: readonly ReadPiece[], strips: number): Html {
  const w = reviewWords(kit.request.lang).reading
  const kept = pieces.filter(one => one.ink === 'kept' && !one.person)
  const free = kept.filter(one => one.named === undefined && one.unseen.length === 0)
  const counts = [...Map.groupBy(free, one => one.type.name)].map(([kind, all]) =>
    counted(kit, kind, all),
  )
  const page = titleStays(of) ? w.chatPage(ownTitleHere(of, kit)) : w.meetingPage
  const what = [...counts, ...(of.meeting ? [] : [page])]
  const list = [what.slice(0, -1).join(', '), what.at(-1)].filter(Boolean).join(w.and)
  const anyway = free.filter(one => one.held.length > 0)
  const held = kept.filter(one => !free.includes(one))
  const isShown = pieces.some(one => one.ink === 'shown' && !one.person)
  const none = isShown ? w.nothingMore : w.nothingYet
  const keptBy = kit.territory?.keptBy ?? ''
  // What asks how to reach somebody leads to the keeper, as long as nobody said yes.
  const isReached = free.some(({ type, same }) => {
    const reach = fieldFor(type, 'reach')
    return same === undefined && reach !== undefined && type.fields[reach]?.required === true
  })
  return html`
    <section class="show" id="afficher">
      <h2>${w.showTitle}</h2>
      <p>
        ${free.length > 0 ? w.willShow(list) : kept.length === 0 && none}${' '}
        ${free.length > 0 && anyway.length === 0 && w.namesNobody}
      </p>
      ${
        anyway.length > 0 &&
        html`
          <p>${w.keptAnyway(anyway.length)}</p>
          <ul>
            ${anyway.map(one => heldLine(of.id, one, whySaid(one.held, kit.request.lang)))}
          </ul>
        `
      }
      ${
        free.length > 0 &&
        html`
          <details>
            <summary>${w.eachShown}</summary>
            <ul>
              ${free.map(
                one =>
                  html`
                    <li>
                      ${kindWord(kit, one.type)}${' · '}<bdi>${one.same ?? one.title}</bdi>
                    </li>
                  `,
              )}
            </ul>
          </details>
        `
      }
      ${communeSaid(kit, of, free)}
      ${isReached && html`<p>${w.reached(reviewWords(kit.request.lang).askKeeper(keptBy))}</p>`}
      ${
        held.length > 0 &&
        html`
          <p>${w.heldKept(held.length)}</p>
          <ul>
            ${held.map(one => heldLine(of.id, one, whyHeld(one, kit)))}
          </ul>
        `
      }
      ${daylessPart(of.id, free.filter(lacksDay), w)}
      ${strips > 0 && html`<p class="where">${w.waitingFor(strips)}.</p>`}
      ${
        free.length > 0 &&
        html`
          <p class="acts">
            <button class="button" formaction="${PATHS.show}">
              ${reviewWords(kit.request.lang).showAll}
            </button>
          </p>
        `
      }
    </section>
  `
}

/** What would be shown without its day, which no agenda tells. */
const daylessPart = (
  of: string,
  all: readonly ReadPiece[],
  w: (typeof fr)['reading'],
): Html | false =>
  all.length > 0 &&
  html`
    <p>${w.noDayKept(all.length)}</p>
    <ul>
      ${all.map(({ piece, title }) => {
        const to = placeOf(of, { from: piece.from, open: piece.id })
        return html`<li><a href="${to}"><bdi>${title}</bdi></a></li>`
      })}
    </ul>
  `

/** A kept piece that the guard found: the way to it, and why. */
function heldLine(of: string, one: ReadPiece, why: string): Html {
  const to = placeOf(of, { from: one.piece.from, mark: one.piece.id })
  return html`
    <li><a href="${to}"><bdi>${one.same ?? one.title}</bdi></a>${' · '}${why}</li>
  `
}

/** Each showing, to be undone as one. */
export function showings(kit: Kit, of: string, pieces: readonly ReadPiece[]): Html | false {
  const w = reviewWords(kit.request.lang).reading
  const shown = [
    ...Map.groupBy(
      pieces.filter(one => one.ink === 'shown' && one.piece.showing),
      one => one.piece.showing!,
    ),
  ].sort(([a], [b]) => (a < b ? 1 : -1))
  const { lang, today } = kit.request
  const line = ([showing, all]: (typeof shown)[number]): Html => html`
    <p>
      ${w.undoLead(all.length, onDay(dayOfMoment(bornAt(showing)), lang, today))}
      ${actButton(kit.form(), UNSHOW_HARVEST, {
        hidden: { id: of, showing },
        button: w.undoShowing,
      })}
    </p>
  `
  return shown.length > 0 && html`<div class="text stack">${shown.map(line)}</div>`
}

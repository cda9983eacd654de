import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { fieldFor, spaceOf } from '../../../core/schema.ts'
import { tieBetween } from '../../../text/harvest/ties.ts'
import { formField, tick } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import { CUES } from '../model/cues.ts'
import { endOf, isSubject, PANEL, panelBefore, panelFields, tiedTo } from '../model/panel.ts'
import type { piecesOf } from '../model/pieces.ts'
import { ACT, PATHS } from '../model/reading.ts'
import { cue } from '../model/records.ts'
import { alreadyThere } from '../model/same.ts'
import type { fr } from '../words/fr.ts'
import { reviewWords } from '../words/words.ts'
import { act, kindWord } from './reading-marks.ts'
import { merging } from './reading-merge.ts'
import { isFree, type ReadPiece, subjectsFor } from './reading-pieces.ts'

/** The kinds that a sentence may be, by key: `1` to `8`, then those that are rarer. */
export const KINDS = cue.fields.kind.choices
export const RARER = ['place', 'voice', 'reference'] as const

type Piece = ReturnType<typeof piecesOf>[number]
/** Shape   `starts`: where the parts of the text begin. */
type Around = Readonly<{
  read: Reader
  all: readonly Piece[]
  pieces: readonly ReadPiece[]
  starts: readonly number[]
}>

/**
 * The panel of a piece: everything of it is mended here, and nothing of the page around is lost.
 */
export function panelOf(kit: Kit, one: ReadPiece, { read, all, pieces, starts }: Around): Html {
  const words = reviewWords(kit.request.lang)
  const w = words.reading
  const id = one.piece.id
  const asked = panelFields(one.type, one.row)
  const given = Object.fromEntries(asked.map(name => [name, one.row[name] ?? null]))
  const others = pieces.filter(
    other => other.piece.id !== id && other.ink !== 'left' && other.title !== '',
  )
  const tied = tiedTo(all, one.piece)
  const along = isSubject(one.piece)
    ? others.filter(other => tied.has(other.piece.piece!) && isFree(other))
    : []
  const buttons = html`
    <p class="acts">
      ${
        one.ink !== 'kept' &&
        act({ path: PATHS.keep, name: ACT.piece, value: id, words: w.saveKeep }, 'button')
      }
      <button${one.ink === 'kept' && html` class="button"`} formaction="${PATHS.open}" data-close>
        ${w.save}
      </button>
      ${
        along.length > 0 &&
        act({
          path: PATHS.keep,
          name: ACT.piece,
          value: [id, ...along.map(other => other.piece.id)].join(' '),
          words: w.keepProject(along.length),
        })
      }
      ${
        one.ink !== 'left' && act({ path: PATHS.leave, name: ACT.piece, value: id, words: w.leave })
      }
    </p>
  `
  return html`
    <fieldset class="panel" id="panneau">
      <legend>${w.panel(kindWord(kit, one.type))}</legend>
      ${hidden({ [PANEL.open]: id, [PANEL.before]: panelBefore(given, all, one.piece) })}
      ${kindChoice(kit, one, read)}
      ${kit.fields(one.type, one.row, asked, aboutOthers(one.type, w))}
      ${ties(kit, one, { all, others, starts })}
      ${sameChoice(kit, one, read)}
      ${buttons}
      <details>
        <summary>${w.merge}… · ${w.split}</summary>
        ${merging(kit, one, others)}
        <p class="acts"><button formaction="${PATHS.split}">${w.split}</button></p>
        <p><a href="/cueillette/piece/${id}">${w.whole}</a></p>
        ${
          one.piece.rule === null &&
          html`<p><a href="${CUES}?morceau=${id}">${words.here.fromPiece}</a></p>`
        }
      </details>
    </fieldset>
  `
}

/** The keeper writes of what others said: no question speaks to its giver. */
function aboutOthers(
  type: ReadPiece['type'],
  w: (typeof fr)['reading'],
): Readonly<Record<string, Readonly<{ label?: string; hint?: string }>>> {
  const who = fieldFor(type, 'who')
  return who !== undefined && spaceOf(type, type.fields[who]!) === 'commons'
    ? { [type.title]: { hint: w.titleHint }, [who]: { label: w.whoSaid, hint: w.whoSaidHint } }
    : {}
}

const option = (value: string, words: string, isChosen: boolean): Html =>
  html`<option value="${value}"${isChosen && html` selected`}>${words}</option>`

function kindChoice(kit: Kit, one: ReadPiece, read: Reader): Html {
  const w = reviewWords(kit.request.lang).reading
  const kinds = [...KINDS, ...RARER].filter(kind => read.types.get(kind) !== undefined)
  const known = kinds.some(kind => kind === one.type.name) ? kinds : [one.type.name, ...kinds]
  const options = known.map(kind => {
    const type = read.types.get(kind)
    return type && option(kind, kindWord(kit, type), kind === one.type.name)
  })
  return formField({
    id: 'p-genre',
    label: w.kind,
    hint: w.kindHint,
    control: about => html`<select id="p-genre" name="${PANEL.kind}"${about}>${options}</select>`,
  })
}

type Others = Readonly<{
  all: readonly Piece[]
  others: readonly ReadPiece[]
  starts: readonly number[]
}>
/** *Pour quel projet, avec qui*: among what the same notes hold, the likeliest first. */
function ties(kit: Kit, one: ReadPiece, { all, others, starts }: Others): Html {
  const w = reviewWords(kit.request.lang).reading
  const tied = tiedTo(all, one.piece)
  const may = others.filter(other => tieBetween(endOf(one.piece), endOf(other.piece)))
  const subjects = subjectsFor(one, others, starts)
  const people = may.filter(other => other.type.name === 'actor')
  const places = may.filter(other => other.type.name === 'place' && !subjects.includes(other))
  const box = (other: ReadPiece, name: string = PANEL.people) =>
    tick({
      name,
      value: other.piece.piece!,
      isOn: tied.has(other.piece.piece!),
      words: html`<bdi>${other.title}</bdi>`,
    })
  return html`
    ${hidden({ [PANEL.tied]: '1' })}
    ${oneOf(subjects, tied, {
      ...{ id: 'p-pour', label: w.forWhat, none: w.noProject },
      ...{ name: PANEL.subject, was: PANEL.subjectWas },
    })}
    ${alsoOf(w.alsoFor, heldIn(subjects, tied).slice(1), box)}
    ${oneOf(places, tied, {
      ...{ id: 'p-lieu', label: w.atPlace, none: w.noPlace },
      ...{ name: PANEL.place, was: PANEL.placeWas },
    })}
    ${alsoOf(w.alsoAt, heldIn(places, tied).slice(1), box)}
    ${
      people.length > 0 &&
      html`
        <details${people.some(other => tied.has(other.piece.piece!)) && html` open`}>
          <summary>${w.withWhom}</summary>
          <div class="choices">${people.map(other => box(other))}</div>
        </details>
      `
    }
  `
}

const heldIn = (all: readonly ReadPiece[], tied: ReadonlySet<string>): readonly ReadPiece[] =>
  all.filter(other => tied.has(other.piece.piece!))

/** The ties beside the chosen one: each is shown, and its tick taken off cuts it. */
const alsoOf = (
  label: string,
  more: readonly ReadPiece[],
  box: (other: ReadPiece, name: string) => Html,
): Html | false =>
  more.length > 0 &&
  html`
    ${hidden({ [PANEL.alsoWas]: more.map(other => other.piece.piece!) })}
    <fieldset class="group-field">
      <legend>${label}</legend>
      <div class="choices">${more.map(other => box(other, PANEL.also))}</div>
    </fieldset>
  `

type Choice = Readonly<{ id: string; label: string; none: string; name: string; was: string }>
/** One of several that a piece is tied to, or none; what was shown goes along. */
function oneOf(
  all: readonly ReadPiece[],
  tied: ReadonlySet<string>,
  { id, label, none, name, was }: Choice,
): Html | false {
  const [held] = heldIn(all, tied)
  return (
    all.length > 0 &&
    html`
      ${hidden({ [was]: held?.piece.piece ?? '' })}
      ${formField({
        id,
        label,
        control: html`
          <select id="${id}" name="${name}">
            <option value="">${none}</option>
            ${all.map(other => option(other.piece.piece!, other.title, other === held))}
          </select>
        `,
      })}
    `
  )
}

function sameChoice(kit: Kit, one: ReadPiece, read: Reader): Html | false {
  const words = reviewWords(kit.request.lang)
  const found = alreadyThere(read, one.type, one.title)
  const held = one.piece.stoodThere === true ? (one.piece.shownAs ?? '') : ''
  const all =
    held === '' || found.some(same => same.id === held)
      ? found
      : [{ id: held, title: one.same ?? '' }, ...found]
  const there = (same: (typeof all)[number]) =>
    option(same.id, words.itIs(same.title), same.id === held)
  return (
    all.length > 0 &&
    formField({
      id: 'p-meme',
      label: words.reading.same,
      control: html`
        <select id="p-meme" name="${PANEL.same}">
          <option value="">${words.isNew}</option>
          ${all.map(there)}
        </select>
      `,
    })
  )
}

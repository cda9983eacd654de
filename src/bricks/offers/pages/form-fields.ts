import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { formField, textArea, tick, tickField } from '../../../ui/field.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { uiWords } from '../../../ui/words.ts'
import { communeOf, spokenForBy } from '../model/kept.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

export type NoticeForm = Readonly<{
  kind: 'offer' | 'need'
  path: string
  /** Where the form stands, when it is not at its own address alone. */
  from?: string
  title: string
  examples: Examples
  /** Opened by *Un coup de main ?*. */
  hand: boolean
}>
/**
 * Sentences that others wrote here, or that somebody might write: never the ones said to be the
 * others.
 */
export type Examples = Readonly<{ said: string; all: readonly string[] }>

export const sent = (request: Request, name: string): string =>
  request.again ? one(request.again.input, name) : ''

export const box = (name: string, value: string, words: string, isOn: boolean): Html =>
  tickField({ look: 'choice', id: `f-${name}`, name, value, isOn, words })

/** One of several, under a finger. */
export const round = (name: string, value: string, words: string, isOn: boolean): Html =>
  tick({ look: 'choice', kind: 'radio', id: `f-${name}-${value}`, name, value, isOn, words })

/** A member's own commune is not chosen again; it is named where nobody listens. */
export function ownCommune(kit: Kit, read: Reader, words: Words): Html | false {
  const code = kit.request.me === undefined ? undefined : communeOf(read, kit.request.me)
  if (code === undefined) return false
  return box(
    'chezmoi',
    '1',
    words.myCommune(kit.request.private ? (kit.communeNamed(code) ?? '') : ''),
    !kit.request.again || sent(kit.request, 'chezmoi') !== '',
  )
}

/**
 * The relay and the keeper write for who asked them; only where nobody listens, since it names
 * people.
 */
export function inNameOf({ request, communeNamed }: Kit, read: Reader, words: Words): Html | false {
  if (!request.private || (request.by !== 'relay' && request.by !== 'keeper')) return false
  const all = spokenForBy(read, request.by === 'keeper' ? undefined : request.me).filter(
    known => known.id !== request.me,
  )
  const chosen = sent(request, 'for')
  const named = Map.groupBy(all, ({ name }) => fold(name))
  // Two people of one name are told apart by their village.
  const called = ({ name, commune }: (typeof all)[number]): string =>
    commune !== null && named.get(fold(name))!.length > 1
      ? `${name} (${communeNamed(commune) ?? commune})`
      : name
  return (
    all.length > 0 &&
    formField({
      id: 'f-for',
      label: words.inNameOf,
      hint: words.inNameOfHint,
      control: html`
        <select id="f-for" name="for" aria-describedby="f-for-h">
          <option value="">${words.nobodyElse}</option>
          ${all.map(
            known =>
              html`
                <option value="${known.id}"${known.id === chosen && html` selected`}>
                  ${called(known)}
                </option>
              `,
          )}
        </select>
      `,
    })
  )
}

export const titleField = (title: string, label: string, hint: string, request: Request): Html =>
  formField({
    id: 'f-title',
    label: html`${label} <span class="need-word">(${uiWords(request.lang).required})</span>`,
    hint,
    error: mistakeOn(request, 'title'),
    control: about =>
      textArea({ id: 'f-title', name: 'title', class: 'short', rows: 3 }, title, about),
  })

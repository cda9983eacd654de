import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { UnknownName } from '../../../text/harvest/unknown-names.ts'
import { ACT, PATHS } from '../model/reading.ts'
import { reviewWords } from '../words/words.ts'
import { act } from './reading-marks.ts'
import { KINDS, RARER } from './reading-panel.ts'

/** What a sentence or a name is: its questions, and the buttons that answer them. */

/** *Canson : qui est-ce ?* Never ticked: a question, with its answers. */
export function nameAsked(kit: Kit, { name, from, to }: UnknownName): Html {
  const w = reviewWords(kit.request.lang).reading
  const is = (kind: 'actor' | 'place' | 'person'): Html =>
    act({
      path: PATHS.pick,
      name: ACT.name,
      value: `${kind} ${from}-${to}`,
      words: w.kinds[kind],
      label: `${name} : ${w.kinds[kind]}`,
    })
  return html`
    <li class="asked">
      <p>${w.who(name)}</p>
      <p class="do">
        ${is('actor')} ${is('place')} ${is('person')}
        ${act({
          path: PATHS.nobody,
          name: ACT.nobody,
          value: name,
          words: w.nobody,
          label: `${name} : ${w.nobody}`,
        })}
      </p>
    </li>
  `
}

/** The eight kinds of a chosen sentence, by key, then the rarer ones. */
export function kindBar(kit: Kit, read: Reader): Html {
  const w = reviewWords(kit.request.lang).reading
  const words: Readonly<Record<string, string>> = w.kinds
  const is = (kind: string, key?: number): Html =>
    act(
      {
        path: PATHS.pick,
        name: ACT.kind,
        value: kind,
        words: html`${key !== undefined && html`<kbd>${key}</kbd> `}${words[kind] ?? kind}`,
      },
      key === undefined ? 'rarer' : '',
    )
  const known = (kind: string): boolean => read.types.has(kind)
  return html`
    <div class="kinds no-print" id="genres">
      <p>${w.choose}</p>
      <p class="do">
        ${KINDS.map((kind, at) => known(kind) && is(kind, at + 1))}
        ${RARER.map(kind => known(kind) && is(kind))}
        ${known('actor') && is('person')}
        ${act({ path: PATHS.open, name: ACT.kind, value: '', words: w.none }, 'rarer')}
      </p>
    </div>
  `
}

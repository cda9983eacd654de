import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { uiWords } from '../../../ui/words.ts'
import { published } from '../model/published.ts'
import { relaysShown } from '../model/read.ts'
import { word } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

const ID = 'f-forWhom'
const MOST = 150

/**
 * For whom a word is, with names to choose from: those that everybody reads on the page; for a
 * relay, also those of whom they speak, and for the keeper all.
 *
 * A browser keeps what was typed for its button *back*: a field that is `autocomplete="off"` comes
 * back empty.
 *
 * Law     11: it tells nobody who is known here.
 */
export function forWhomField(kit: Kit, read: Reader, words: typeof fr): Html {
  const { again } = kit.request
  const { label } = words.types.word.fields.forWhom
  const names = namesFor(kit, read)
  const field = formField({
    id: ID,
    label: html`${label} <span class="need-word">(${uiWords(kit.request.lang).required})</span>`,
    error: again?.field === 'forWhom' && again.refused,
    input: {
      name: 'forWhom',
      value: again ? one(again.input, 'forWhom') : one(kit.request.query, 'pour'),
      maxlength: word.fields.forWhom.longest,
      'aria-required': 'true',
      ...(names.length > 0 ? { list: `${ID}-l` } : {}),
    },
  })
  const list = html`
    <datalist id="${ID}-l">${names.map(name => html`<option value="${name}"></option>`)}</datalist>
  `
  return html`${field}${names.length > 0 && list}`
}

function namesFor({ request }: Kit, read: Reader): readonly string[] {
  const shown = [
    ...relaysShown(read).map(({ name }) => name ?? ''),
    ...(read.published.noticeNames?.(request.today) ?? []),
  ]
  const theirs =
    request.private && (request.by === 'keeper' || request.by === 'relay')
      ? published.spokenForBy(read, request.by === 'keeper' ? undefined : request.me)
      : []
  const all = new Set([...shown, ...theirs.map(({ name }) => name)].filter(name => name !== ''))
  return [...all]
    .filter(name => name.length <= word.fields.forWhom.longest)
    .toSorted((a, b) => a.localeCompare(b, 'fr'))
    .slice(0, MOST)
}

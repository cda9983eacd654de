import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { proposal } from '../../../contract/own-records.ts'
import type { Ask, Leaf } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { wordsOfType } from '../../../contract/type-words.ts'
import { one } from '../../../core/form/input.ts'
import type { RecordType } from '../../../core/schema.ts'
import { form } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { refused } from '../../../ui/say.ts'
import type { Site } from '../../../web/pages/ask.ts'
import type { fr } from '../../../web/records/fr.ts'
import { plainWords } from '../../../web/records/words.ts'
import type { Shown } from '../../../web/server.ts'

/** One piece of a harvest, mended before it is shown: it stays in `home`. */
export const mend = (types: () => ReadonlyMap<string, RecordType>): Command<typeof fr> => ({
  name: 'mend',
  path: '/cueillette/corriger',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = types().get(waiting?.of ?? '')
    if (!waiting?.piece || !type) return { refused: words.nothingThere }
    const checked = at.fields(type, input, askedOf(type))
    if ('refused' in checked) return checked
    const next = waiting.harvest ? `/cueillette/${waiting.harvest}` : '/a-montrer'
    return { drafts: [{ type: type.name, record: waiting.piece, fields: checked.fields, space: 'home' }], next, said: words.saved }
  },
})

/** A piece of notes has no *how to reach*: it is not asked for here, so that nothing stands in the way of keeping it. */
const askedOf = (type: RecordType): readonly string[] =>
  Object.entries(type.fields)
    .filter(([, field]) => !field.unasked && !(field.means === 'reach' && field.required))
    .map(([name]) => name)

export const piecePage = (site: Site): Shown => ({
  path: '/cueillette/piece/:id',
  who: 'keeper',
  show: (ask: Ask, read: Reader): Leaf | undefined => {
    const waiting = read.one(proposal, ask.params['id'] ?? '', 'home')
    const type = site.types.get(waiting?.of ?? '')
    const row =
      type && waiting?.piece ? (read.one(type, waiting.piece, 'home') as Readonly<Record<string, unknown>> | undefined) : undefined
    if (!waiting || !type || !row) return undefined
    const w = plainWords(ask.lang)
    const title = `${w.edit}${w.colon}${wordsOfType(site.bricks, type.name, ask.lang).one}`
    const hidden = html`${ask.form({ type: type.name, id: waiting.piece ?? '', space: 'home' }) as Html}<input type="hidden" name="id" value="${waiting.id}"><input type="hidden" name="from" value="${ask.path}">`
    const why = ask.again && refused([{ sentence: ask.again.refused, ...(ask.again.field ? { field: ask.again.field } : {}) }], ask.lang)
    const body = html`<div class="one"><article class="sheet"><h1>${title}</h1>${why}${form({ action: '/cueillette/corriger', hidden, fields: ask.fields(type, row, askedOf(type)) as Html, button: w.save })}</article></div>`
    return { title, body, current: '/cueillette' }
  },
})

import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { RecordType } from '../../core/schema.ts'
import { correctableFields, MEND_SENT, mendable } from '../../engine/records/sent-commands.ts'
import { hidden, mainButton, post } from '../../ui/post.ts'
import { mistakeIn } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { askedIn } from './asked-in.ts'
import { plainWords } from './words.ts'

/** The fields of a waiting text that the keeper may mend: those that would show. */
export const mendedFields = (
  { bricks }: Pick<PageSource, 'bricks'>,
  read: Reader,
  sent: Readonly<{ type: RecordType; record: string }>,
): readonly string[] => correctableFields({ bricks, read }, sent, false)

/** The page `/a-montrer/…/corriger`: the words of a waiting text, to mend before they show. */
export const mendSentPage = (source: PageSource): ServedPage => ({
  path: '/a-montrer/:id/corriger',
  who: 'keeper',
  show: (kit, read): Leaf | undefined => {
    const id = kit.request.params['id'] ?? ''
    const sent = mendable(read, source.types, id)
    if (!sent) return undefined
    const w = plainWords(kit.request.lang)
    const row: Readonly<Record<string, unknown>> | undefined = read.one(
      sent.type,
      sent.record,
      'home',
    )
    const words = wordsOfType(source.bricks, sent.type.name, kit.request.lang)
    const own = askedIn({ bricks: source.bricks, read }, sent.type, row ?? {}, words).words
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: '/a-montrer', words: w.toShow }], kit.request.lang)}
          <h1>${w.mendSent}</h1>
          ${mistakeIn(kit.request)}
          <p>${w.mendSentLead}</p>
          ${post(html`${kit.form()}${hidden({ id, from: kit.request.path })}`, MEND_SENT, {
            unchecked: true,
            fields: kit.fields(sent.type, row, mendedFields(source, read, sent), own),
            button: mainButton(w.mendSentAct),
          })}
        </article>
      </div>
    `
    return { title: w.mendSent, body }
  },
})

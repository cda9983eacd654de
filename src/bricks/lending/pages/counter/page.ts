import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../../contract/page.ts'
import { dayPlain } from '../../../../text/days.ts'
import { readElsewhere } from '../../../../ui/elsewhere.ts'
import { actButton, mainButton } from '../../../../ui/post.ts'
import { mistakeIn, said } from '../../../../ui/say.ts'
import { COUNTER, counterOf, WAYS } from '../../model/counter/commands.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

/** *Coups de main*: how many times the reader helped, and was helped; of nobody else. */
export const counterPage: Page<Words> = {
  path: COUNTER,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const { request } = kit
    if (request.me === undefined) return undefined
    const w = words.counter
    const body = html`
      ${said(request.said)}
      ${mistakeIn(request)}
      <div class="head"><h1>${w.title}</h1><p class="lead">${w.lead}</p></div>
      ${request.private ? counter({ kit, read, words }, request.me) : readElsewhere(request)}
    `
    return { title: w.title, body, cache: 'none' }
  },
}

function counter({ kit, read, words }: PageContext<Words>, me: string): Html {
  const w = words.counter
  const row = counterOf(read, me)
  const { lang, today } = kit.request
  if (!row) return actButton(kit.form(), COUNTER, { button: mainButton(w.begin) })
  return html`
    <section class="part">
      <p>${w.since(dayPlain(row.since ?? today, lang, today))}</p>
      <dl>
        ${WAYS.map(way => html`<dt>${w.ways[way]}</dt><dd><b>${w.times(row[way] ?? 0)}</b></dd>`)}
      </dl>
      <div class="acts">
        ${WAYS.map(way =>
          actButton(kit.form(), `${COUNTER}/un`, { hidden: { way }, button: w.acts[way] }),
        )}
      </div>
    </section>
    <section class="part no-print">
      ${actButton(kit.form(), `${COUNTER}/fin`, { button: w.stop })}
    </section>
  `
}

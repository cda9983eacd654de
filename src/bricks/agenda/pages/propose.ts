import { html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { asSent } from '../../../core/form/input.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { PROPOSE_DATE, PROPOSED_FIELDS } from '../model/commands-propose.ts'
import { event } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

const PATH = '/agenda'
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** *Proposer une date*: what, which day, where. Of an idea, its words and a day stand there. */
export const proposeDatePage: Page<typeof fr> = {
  path: PROPOSE_DATE,
  show: (kit, read, words): Leaf => {
    const { query, lang, by } = kit.request
    const asked = read.called(asSent(query, 'idee'))
    const idea = asked?.type === 'idea' ? asked : undefined
    const day = asSent(query, 'jour')
    const given = {
      ...(idea ? { title: idea.title } : {}),
      ...(DAY.test(day) ? { startsOn: day } : {}),
    }
    const of = new URLSearchParams({ idee: asSent(query, 'idee'), jour: day })
    const from = idea ? `${PROPOSE_DATE}?${of.toString()}` : PROPOSE_DATE
    const body = html`
      <div class="one">
        <article class="sheet agenda-side">
          ${crumbs([{ href: PATH, words: words.title }], lang)}
          <h1>${words.propose}</h1>
          ${mistakeIn(kit.request)}
          ${idea && html`<p>${words.ofIdea} <b>${inTongue(idea.title, lang)}</b></p>`}
          <p>
            ${
              by === 'keeper'
                ? words.dateLeadKeeper
                : words.dateLead(keeperNamed(read) ?? words.keeper)
            }
          </p>
          ${post(kit.form(), PROPOSE_DATE, {
            hidden: { from, ...(idea ? { idee: asSent(query, 'idee') } : {}) },
            unchecked: true,
            fields: kit.fields(event, given, PROPOSED_FIELDS),
            button: mainButton(by === 'keeper' ? words.setDate : words.sendDate),
          })}
        </article>
      </div>
    `
    return { title: words.propose, body, current: PATH }
  },
}

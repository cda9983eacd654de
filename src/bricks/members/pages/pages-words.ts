import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { formField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { speakingField } from '../../../ui/speaking.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { noticeAbout, partnerIn, relaysShown, replyTo } from '../model/read.ts'
import { relay, word } from '../model/records.ts'
import type { fr } from '../words/fr.ts'
import { forWhomField } from './for-whom.ts'
import { handingPages } from './pages-handing.ts'
import { foundAt } from './pages-relays.ts'

type Words = typeof fr

const first = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

/**
 * *Laisser un mot à Anaïs*: linked from a notice by `/mot?annonce=ID`, from a relay by
 * `/mot?relais=ID`.
 */
const leave: Page<Words> = {
  path: '/mot',
  show: (kit, read, words): Leaf => {
    const sent = (name: string) => first(kit.request.again?.input[name])
    const about = noticeAbout(read, first(kit.request.query['annonce']) || sent('annonce'))
    const given = (name: string) => first(kit.request.query[name]) || sent(name)
    const reply = replyTo(read, given('reponse'), kit.request)
    const fixed = reply?.relay ?? about?.relay ?? null
    const through = fixed ?? (sent('relay') || first(kit.request.query['relais']))
    const partner = partnerIn(read, given('arrangement'), given('a'), kit.request)
    const isHeard = !kit.request.private
    const shown = isHeard ? about?.who : (reply?.who ?? partner?.who ?? about?.who)
    const title = shown ? words.leaveTo(shown) : words.leaveOne
    const wrong = mistakeIn(kit.request)
    const lead =
      about &&
      html`
        <p class="where">${words.aboutTitle} <a href="/annonces/${about.id}">${about.title}</a></p>
      `
    const heard = !kit.request.private && html`<p class="hint">${words.wordHeard}</p>`
    const from = reply
      ? `/mot?reponse=${reply.id}`
      : partner
        ? `/mot?arrangement=${partner.id}&a=${partner.place}`
        : about
          ? `/mot?annonce=${about.id}`
          : '/mot'
    const token = html`
      ${kit.form()}
      ${hidden({ from, annonce: about?.id })}
      ${partner && hidden({ arrangement: partner.id, a: partner.place })}
      ${reply && hidden({ reponse: reply.id })}
    `
    const fields = html`
      ${!about && !partner && !reply && forWhomField(kit, read, words)}
      ${speakingField(kit.request, kit.fields(word, {}, ['sender']), { waits: false })}
      ${kit.fields(word, {}, ['reach', 'said'])}
      ${throughField(fixed, through, read, words)}
    `
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: '/relais', words: words.relays }], kit.request.lang)}
          <h1>${title}</h1>
          ${wrong}
          ${lead}
          <p>${words.wordLead}</p>
          ${heard}
          ${post(token, '/mot', { unchecked: true, fields, button: mainButton(words.leaveButton) })}
        </article>
      </div>
    `
    return { title, body }
  },
}

/**
 * Who hands it over: as the notice says, or who wrote the word that one answers; else as the person
 * chooses; without a relay the keeper does.
 */
function throughField(
  fixed: string | null,
  through: string,
  read: Reader,
  words: Words,
): Html | false {
  const given = fixed === null ? undefined : read.one(relay, fixed)
  const label = words.types.word.fields.relay.label
  if (given)
    return html`<div class="field"><p><b>${label}</b> ${given.name}, ${foundAt(given)}</p></div>`
  // A choice of a list is said in one language: where the keeper is stands in no option.
  const keeper = keeperNamed(read)
  const nobody = keeper ? words.throughNobody(keeper) : words.throughKeeper
  const all = relaysShown(read)
  if (all.length === 0) return html`<div class="field"><p><b>${label}</b> ${nobody}</p></div>`
  return formField({
    id: 'f-relay',
    label,
    control: html`
      <select id="f-relay" name="relay">
        <option value="">${nobody}</option>
        ${all.map(
          one =>
            html`
              <option${TONGUE} value="${one.id}"${one.id === through && html` selected`}>
                ${one.name}, ${foundAt(one)}
              </option>
            `,
        )}
      </select>
    `,
  })
}

export const wordPages: readonly Page<Words>[] = [leave, ...handingPages]

import { type Html, html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { asSent } from '../../../../core/form/input.ts'
import { dayPlain } from '../../../../text/days.ts'
import { notices, POINT } from '../../../../ui/board.ts'
import { readElsewhere } from '../../../../ui/elsewhere.ts'
import { actButton, mainButton, post } from '../../../../ui/post.ts'
import { mistakeIn, said } from '../../../../ui/say.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { ALERTS, alertsOf } from '../../model/commands-matching.ts'
import { alert } from '../../model/records-matching.ts'
import type { fr } from '../../words/fr.ts'
import { SEARCHED } from '../pages-form.ts'
import { answersTo } from './asked.ts'

type Words = typeof fr
type On = Readonly<{ kit: Kit; read: Reader; words: Words }>

/** What answers these words now, as the form carries it: it is no news. */
const knownNow = (asked: string, { kit, read }: On): string =>
  asked === ''
    ? ''
    : answersTo(asked, kit, read)
        .map(({ id }) => id)
        .join(' ')

/** *Me prévenir*: the words of a search, and how their person is told. */
function leaving(asked: string, on: On): Html {
  const { kit, words } = on
  const w = words.finding.alerts
  const isMember = kit.request.me !== undefined
  return html`
    <p class="lead">${w.lead} ${isMember ? w.byPage : w.byTicket}</p>
    ${mistakeIn(kit.request)}
    ${post(kit.form(), ALERTS, {
      hidden: { known: knownNow(asked, on), from: kit.request.path },
      unchecked: true,
      fields: kit.fields(alert, { asked }, isMember ? ['asked', 'onPaper'] : ['asked']),
      button: mainButton(w.tellMe, 'need'),
    })}
  `
}

/** Those of a member, each with what answers it and the way to end it. */
function own(me: string, on: On, isForm: boolean): Html | false {
  const { kit, read, words } = on
  const w = words.finding.alerts
  if (!kit.request.private) return readElsewhere(kit.request)
  const all = alertsOf(read, me)
  if (all.length === 0 && isForm) return false
  const item = ({ id, asked, until, onPaper }: (typeof all)[number]): Html => {
    const answers = answersTo(asked ?? '', kit, read).slice(0, MOST)
    const search = `/chercher?${new URLSearchParams({ q: asked ?? '' })}`
    return html`
      <li>
        <h3><a href="${search}"${TONGUE}>${asked}</a></h3>
        <p class="where">
          ${answers.length === 0 ? w.nothingYet : w.soMany(answers.length)}
          ${POINT}${w.until(dayPlain(until ?? '', kit.request.lang, kit.request.today))}
        </p>
        <div class="acts no-print">
          ${actButton(kit.form(), `${ALERTS}/finir`, {
            look: 'inline',
            hidden: { id },
            button: w.end,
          })}
          ${actButton(kit.form(), ALERTS, {
            look: 'inline',
            hidden: {
              asked: asked ?? '',
              known: knownNow(asked ?? '', on),
              onPaper: onPaper === true && 'yes',
            },
            button: w.again,
          })}
        </div>
      </li>
    `
  }
  return html`
    <section class="part">
      <header><h2>${w.listed}</h2></header>
      ${all.length > 0 ? notices(all.map(item)) : html`<p class="empty">${w.none}</p>`}
    </section>
  `
}
const MOST = 8

const page: Page<Words> = {
  path: ALERTS,
  show: (kit, read, words): Leaf => {
    const { me, by, query, again } = kit.request
    const on = { kit, read, words }
    const w = words.finding.alerts
    const asked = asSent(query, SEARCHED).slice(0, alert.fields.asked.longest)
    const isForm = by !== 'keeper' && (me === undefined || asked !== '' || again !== undefined)
    const title = isForm ? w.formTitle : w.title
    return {
      title,
      body: html`
        ${said(kit.request.said)}
        <div class="one">
          <article class="sheet need-side">
            <h1>${title}</h1>
            ${isForm ? leaving(asked, on) : mistakeIn(kit.request)}
            ${by === 'keeper' && html`<p>${w.keeper}</p>`}
            ${me !== undefined && own(me, on, isForm)}
          </article>
        </div>
      `,
      current: '/annonces',
    }
  },
}

export const alertPages: readonly Page<Words>[] = [page]

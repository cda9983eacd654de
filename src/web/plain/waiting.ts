import type { Ask, Leaf, Reader } from '../../core/brick.ts'
import { bornAt } from '../../core/id.ts'
import type { RecordType } from '../../core/schema.ts'
import { dayOfMoment, onDay } from '../../ui/days.ts'
import { type Html, html } from '../../ui/html.ts'
import { refused, said } from '../../ui/say.ts'
import { fieldList } from '../../ui/sheet.ts'
import type { Site } from '../ask.ts'
import { wordsOfType } from '../choices.ts'
import type { Shown } from '../server.ts'
import { proposal } from './records.ts'
import { plainWords } from './words.ts'

/** `/a-montrer`: what visitors sent, oldest first, whole, private fields apart; two buttons each. */
export const waitingPage = (site: Site): Shown => ({
  path: '/a-montrer',
  who: 'keeper',
  show: (ask, read): Leaf => {
    const w = plainWords(ask.lang)
    const all = read.list(proposal, { where: "state = 'waiting' AND sentBy = 'visitor'", order: 'id', limit: 100 }, 'home')
    const items = all.map(one => pieceOf(site, ask, read, one))
    const why = ask.again && refused([{ sentence: ask.again.refused }], ask.lang)
    const body = html`${said(ask.said)}${why}<div class="head"><h1>${w.toShow}</h1><p class="lead">${items.length > 0 ? w.toShowLead : w.toShowNone}</p></div>${items}`
    return { title: w.toShow, body }
  },
})

function pieceOf(site: Site, ask: Ask, read: Reader, waiting: Readonly<{ id: string; of: string | null; piece: string | null }>): Html {
  const type = site.types.get(waiting.of ?? '')
  const row = type && (read.one(type, waiting.piece ?? '', 'home') as Readonly<Record<string, unknown>> | undefined)
  if (!type || !row) return html``
  const w = plainWords(ask.lang)
  const words = wordsOfType(site.bricks, type.name, ask.lang)
  const values = (home: boolean) =>
    Object.entries(type.fields)
      .filter(([name, field]) => (field.space === 'home') === home && name !== type.title && row[name] !== null)
      .map(([name]) => ({ label: words.fields[name]?.label ?? name, value: ask.shown(type, name, row[name]) as Html }))
  const sent = w.sentOn(onDay(dayOfMoment(bornAt(waiting.id)), ask.lang, ask.today))
  const hidden = html`${ask.form() as Html}<input type="hidden" name="id" value="${waiting.id}"><input type="hidden" name="from" value="/a-montrer">`
  return html`<article class="sheet ${sideOf(type)}"><p class="crumb">${words.one} · ${sent}</p><h2>${String(row[type.title] ?? '')}</h2>${fieldList(values(false))}${values(true).length > 0 && html`<h3>${w.homeFields}</h3>${fieldList(values(true))}`}<div class="acts"><form class="inline" method="post" action="/a-montrer/afficher">${hidden}<button class="button">${w.show}</button></form><form class="inline" method="post" action="/a-montrer/laisser">${hidden}<label>${w.refuseWhy} <input name="why" maxlength="300"></label> <button>${w.refuse}</button></form></div></article>`
}
const sideOf = (type: RecordType): string => `${type.name}-side`

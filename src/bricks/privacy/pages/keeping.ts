import { type Html, html } from '../../../contract/html.ts'
import type { CookieKept, Stays } from '../../../contract/kept.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import { said } from '../../../ui/say.ts'
import { fieldList } from '../../../ui/sheet.ts'
import { HIDE } from '../model/hiding.ts'
import { accessLeaf } from './keeping-access.ts'
import {
  byHand,
  cited,
  KEEPING,
  keeperOf,
  keepingSheet,
  keepingWords,
  paragraphs,
  person,
  table,
} from './keeping-pieces.ts'
import { recordLeaf } from './keeping-record.ts'
import { FOR_EVERYONE } from './keeping-texts.ts'

/**
 * Who keeps the page, what is kept and how to have it removed; and the two pages to print. Made
 * from the bricks, so that it can't lie.
 */
export const keepingPages: readonly Page[] = [
  { path: KEEPING, show: keepingLeaf },
  { path: `${KEEPING}/registre`, show: recordLeaf },
  { path: `${KEEPING}/accessibilite`, show: accessLeaf },
]

function keepingLeaf(ask: Ask): Leaf {
  const w = keepingWords(ask.lang)
  const hide = html`
    <p class="acts no-print"><a class="button" href="${HIDE}">${w.removal.hide}</a></p>
  `
  const removal = html`
    <ol>${w.removal.steps.map(step => html`<li>${step}</li>`)}</ol>
    <p>${w.removal.unreached}</p>
  `
  const detail: readonly (readonly [string, Html])[] = [
    [w.sent.title, whatIsSent(ask)],
    [w.rights.title, paragraphs(w.rights.said)],
    [w.kept.title, whatIsKept(ask)],
    [w.long.title, paragraphs(w.long.said)],
    [w.device.title, yourDevice(ask)],
    [
      w.prints.title,
      html`
        <ul>
          <li><a href="${KEEPING}/registre">${w.prints.record}</a></li>
          <li><a href="${KEEPING}/accessibilite">${w.prints.access}</a></li>
        </ul>
      `,
    ],
    [w.cited.title, cited(FOR_EVERYONE, ask.lang)],
  ]
  // Two things people come for stand first: whom to speak to, how to have something removed. The
  // rest waits behind its word.
  const folded = html`
    <details>
      <summary>${w.detail}</summary>
      ${detail.map(([title, part]) => html`<h3>${title}</h3>${part}`)}
    </details>
  `
  const body = keepingSheet(ask, w.title, html`<p>${w.lead}</p>${person(ask)}${hide}`, [
    [w.removal.title, removal],
    [w.who.title, html`${whoAnswers(ask)}${folded}`],
  ])
  return { title: w.title, body: html`${said(ask.said)}${body}` }
}

function whoAnswers(ask: Ask): Html {
  const w = keepingWords(ask.lang)
  const hand = fieldList([
    { label: w.who.full, value: byHand(ask.lang) },
    { label: w.who.host, value: byHand(ask.lang) },
  ])
  return html`<div class="only-print">${hand}</div>${paragraphs(w.who.said)}`
}

function whatIsSent(ask: Ask): Html {
  const w = keepingWords(ask.lang)
  const kept = ask.kept().sent
  const sent = [...new Set(kept.shown)]
  const told = {
    hidden: w.sent.left,
    here: w.sent.here,
    counter: (what: string) => w.sent.counter(what, keeperOf(ask)),
  }
  const also = (['hidden', 'here', 'counter'] as const).flatMap(which =>
    [...new Set(kept[which])].map(told[which]),
  )
  if (sent.length === 0) return paragraphs([w.sent.nothing, ...also, w.sent.wifi])
  const all = sent.length === 1 ? sent[0]! : w.and(sent.slice(0, -1).join(', '), sent.at(-1)!)
  return paragraphs([
    w.sent.what(all),
    w.sent.waits(keeperOf(ask)),
    w.sent.shown,
    ...also,
    w.sent.wifi,
  ])
}

function whatIsKept(ask: Ask): Html {
  const w = keepingWords(ask.lang)
  const home = ask
    .kept()
    .groups.flatMap(group => group.types)
    .filter(type => type.home.length > 0)
  const listOf = (stays: Stays) =>
    fieldList(
      home
        .filter(type => type.stays === stays)
        .map(type => ({ label: type.label, value: type.home.join(', ') })),
    )
  const [hidden, here, counter] = [listOf('hidden'), listOf('here'), listOf('counter')]
  return html`
    ${paragraphs(w.kept.said)}
    ${hidden && html`<h3>${w.kept.home}</h3><p>${w.kept.homeLead}</p>${hidden}`}
    ${here && html`<h3>${w.kept.here}</h3><p>${w.kept.hereLead}</p>${here}`}
    ${counter && html`<h3>${w.kept.counter}</h3><p>${w.kept.counterLead}</p>${counter}`}
  `
}

function yourDevice(ask: Ask): Html {
  const w = keepingWords(ask.lang).device
  const rows = ask
    .kept()
    .cookies.map(cookie => [cookie.name, w.uses[cookie.name], lasting(cookie, ask)])
  return html`
    ${paragraphs(w.said)}
    ${table(w.cookies, [w.name, w.use, w.time], [{ rows }])}
    <p>${w.cookiesWhy}</p>
  `
}

const YEAR_SECONDS = 31_536_000
/** A length of time in words: the house knows minutes and years only. */
function time(seconds: number, ask: Ask): string {
  const w = keepingWords(ask.lang).device
  return seconds === YEAR_SECONDS ? w.year : w.minutes(Math.round(seconds / 60))
}
function lasting(cookie: CookieKept, ask: Ask): string {
  const short = time(cookie.seconds, ask)
  return cookie.ownSeconds === undefined
    ? short
    : keepingWords(ask.lang).device.idle(short, time(cookie.ownSeconds, ask))
}

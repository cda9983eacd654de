import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import type { CookieKept, LocalReaders } from '../../../contract/retention.ts'
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

function keepingLeaf(kit: Kit): Leaf {
  const w = keepingWords(kit.request.lang)
  const hide = html`
    <p class="acts no-print"><a class="button" href="${HIDE}">${w.removal.hide}</a></p>
  `
  const removal = html`
    <ol>${w.removal.steps.map(step => html`<li>${step}</li>`)}</ol>
    <p>${w.removal.unreached}</p>
  `
  const detail: readonly (readonly [string, Html])[] = [
    [w.sent.title, whatIsSent(kit)],
    [w.rights.title, paragraphs(w.rights.said)],
    [w.kept.title, whatIsKept(kit)],
    [w.long.title, paragraphs(w.long.said)],
    [w.device.title, yourDevice(kit)],
    [
      w.prints.title,
      html`
        <ul>
          <li><a href="${KEEPING}/registre">${w.prints.record}</a></li>
          <li><a href="${KEEPING}/accessibilite">${w.prints.access}</a></li>
        </ul>
      `,
    ],
    [w.cited.title, cited(FOR_EVERYONE, kit.request.lang)],
  ]
  // Two things people come for stand first: whom to speak to, how to have something removed. The
  // rest waits behind its word.
  const folded = html`
    <details>
      <summary>${w.detail}</summary>
      ${detail.map(([title, part]) => html`<h3>${title}</h3>${part}`)}
    </details>
  `
  const body = keepingSheet(kit, w.title, html`<p>${w.lead}</p>${person(kit)}${hide}`, [
    [w.removal.title, removal],
    [w.who.title, html`${whoAnswers(kit.request)}${folded}`],
  ])
  return { title: w.title, body: html`${said(kit.request.said)}${body}` }
}

function whoAnswers(request: Request): Html {
  const w = keepingWords(request.lang)
  const hand = fieldList([
    { label: w.who.full, value: byHand(request.lang) },
    { label: w.who.host, value: byHand(request.lang) },
  ])
  return html`<div class="only-print">${hand}</div>${paragraphs(w.who.said)}`
}

function whatIsSent(kit: Kit): Html {
  const w = keepingWords(kit.request.lang)
  const kept = kit.retentionTable().sent
  const sent = [...new Set(kept.shown)].map(w.sent.some)
  const told = {
    hidden: w.sent.left,
    here: w.sent.here,
    between: w.sent.between,
    counter: (what: string) => w.sent.counter(what, keeperOf(kit)),
  }
  const also = (['hidden', 'between', 'here', 'counter'] as const).flatMap(which =>
    [...new Set(kept[which])].map(told[which]),
  )
  if (sent.length === 0) return paragraphs([w.sent.nothing, ...also, w.sent.wifi])
  const all = sent.length === 1 ? sent[0]! : w.and(sent.slice(0, -1).join(', '), sent.at(-1)!)
  return paragraphs([
    w.sent.what(all),
    w.sent.waits(keeperOf(kit)),
    w.sent.shown,
    ...also,
    w.sent.wifi,
  ])
}

function whatIsKept(kit: Kit): Html {
  const w = keepingWords(kit.request.lang)
  const home = kit
    .retentionTable()
    .groups.flatMap(group => group.types)
    .filter(type => type.home.length > 0)
  const listOf = (stays: LocalReaders) =>
    fieldList(
      home
        .filter(type => type.stays === stays)
        .map(type => ({ label: type.label, value: type.home.join(', ') })),
    )
  const [hidden, here, counter] = [listOf('hidden'), listOf('here'), listOf('counter')]
  const between = listOf('between')
  return html`
    ${paragraphs(w.kept.said)}
    ${hidden && html`<h3>${w.kept.home}</h3><p>${w.kept.homeLead}</p>${hidden}`}
    ${between && html`<h3>${w.kept.between}</h3><p>${w.kept.betweenLead}</p>${between}`}
    ${here && html`<h3>${w.kept.here}</h3><p>${w.kept.hereLead}</p>${here}`}
    ${counter && html`<h3>${w.kept.counter}</h3><p>${w.kept.counterLead}</p>${counter}`}
  `
}

function yourDevice(kit: Kit): Html {
  const w = keepingWords(kit.request.lang).device
  const rows = kit
    .retentionTable()
    .cookies.map(cookie => [cookie.name, w.uses[cookie.name], lasting(cookie, kit.request)])
  return html`
    ${paragraphs(w.said)}
    ${table(w.cookies, [w.name, w.use, w.time], [{ rows }])}
    <p>${w.cookiesWhy}</p>
  `
}

const YEAR_SECONDS = 31_536_000
/** A length of time in words: the house knows minutes and years only. */
function time(seconds: number, request: Request): string {
  const w = keepingWords(request.lang).device
  return seconds === YEAR_SECONDS ? w.year : w.minutes(Math.round(seconds / 60))
}
function lasting(cookie: CookieKept, request: Request): string {
  const short = time(cookie.seconds, request)
  return cookie.ownSeconds === undefined
    ? short
    : keepingWords(request.lang).device.idle(short, time(cookie.ownSeconds, request))
}

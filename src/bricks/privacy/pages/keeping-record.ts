import { type Html, html } from '../../../contract/html.ts'
import type { KeptGroup, KeptType } from '../../../contract/kept.ts'
import type { Ask, Leaf } from '../../../contract/page.ts'
import { dayPlain } from '../../../text/days.ts'
import {
  bullets,
  byHand,
  type Cell,
  cited,
  keepingSheet,
  keepingWords,
  paragraphs,
  person,
  table,
} from './keeping-pieces.ts'
import { FOR_RECORD } from './keeping-texts.ts'

/**
 * The record of processing, in the order of the GDPR's article 30, paragraph 1: from a) who answers
 * to g) how it is protected.
 */
export function recordLeaf(ask: Ask): Leaf {
  const w = keepingWords(ask.lang)
  const r = w.record
  const hand = byHand(ask.lang)
  const body = keepingSheet(ask, r.title, html`<p>${r.lead}</p>`, [
    [
      r.controller,
      html`
        ${person(ask)}
        <p>${w.who.full}${w.colon}${hand}</p>
        <p>${w.who.host}${w.colon}${hand}</p>
      `,
    ],
    [r.officer, html`<p>${r.officerSaid}${hand}</p>`],
    [r.why, html`${activities(ask)}<p>${r.basisNote}</p>`],
    [r.what, dataByKind(ask)],
    [r.to, paragraphs(r.toSaid)],
    [r.abroad, html`<p>${r.abroadSaid}</p>`],
    [r.until, html`${bullets([...r.untilSaid, visits(ask)])}<p>${r.cleared}${w.colon}${hand}</p>`],
    [r.safe, html`${bullets(r.safeSaid)}<p>${r.breach}</p>`],
    [w.cited.title, cited(FOR_RECORD, ask.lang)],
  ])
  const signed = html`
    <p class="only-print">
      ${r.signed(dayPlain(ask.today, ask.lang))} <span aria-hidden="true">${w.dots}</span>
    </p>
  `
  return { title: r.title, body: html`${body}${signed}` }
}

function visits(ask: Ask): string {
  const w = keepingWords(ask.lang)
  const visit = ask.kept().cookies.find(cookie => cookie.name === 'tenue')
  return w.record.session(w.device.minutes(Math.round((visit?.seconds ?? 0) / 60)), w.device.year)
}

function activities(ask: Ask): Html {
  const r = keepingWords(ask.lang).record
  const all =
    ask.kept().sent.shown.length > 0
      ? (['sent', 'written', 'harvest', 'keeping'] as const)
      : (['written', 'harvest', 'keeping'] as const)
  const rows = all.map(name => {
    const one = r.activities[name]
    return [one.what, one.why, one.basis, one.people]
  })
  return table(r.why, [r.activity, r.purpose, r.basis, r.people], [{ rows }], true)
}

function dataByKind(ask: Ask): Html {
  const w = keepingWords(ask.lang)
  const bodies = ask.kept().groups.map((group: KeptGroup) => ({
    heading: group.heading ?? (group.brick === 'plain' ? w.record.house : undefined),
    rows: group.types.map(type => kindRow(type, ask)),
  }))
  return html`
    <p>${w.record.whatLead}</p>
    ${table(w.record.what, [w.record.kind, w.record.shown, w.record.home], bodies, true)}
  `
}

function kindRow(type: KeptType, ask: Ask): readonly Cell[] {
  const w = keepingWords(ask.lang)
  const shown = type.shown.join(', ')
  const network = type.network.length > 0 && w.record.network(type.network.join(', '))
  return [
    type.sent ? `${type.label} *` : type.label,
    shown || network ? html`${shown}${shown && network && html`<br>`}${network}` : w.none,
    type.home.join(', ') || w.none,
  ]
}

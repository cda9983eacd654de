import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import type { BrickTypes, KeptType } from '../../../contract/retention.ts'
import { dayPlain } from '../../../text/days.ts'
import {
  bullets,
  byHand,
  cited,
  type KeepingCell,
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
export function recordLeaf(kit: Kit): Leaf {
  const w = keepingWords(kit.request.lang)
  const r = w.record
  const hand = byHand(kit.request.lang)
  const body = keepingSheet(kit, r.title, html`<p>${r.lead}</p>`, [
    [
      r.controller,
      html`
        ${person(kit)}
        <p>${w.who.full}${w.colon}${hand}</p>
        <p>${w.who.host}${w.colon}${hand}</p>
      `,
    ],
    [r.officer, html`<p>${r.officerSaid}${hand}</p>`],
    [r.why, html`${activities(kit)}<p>${r.basisNote}</p>`],
    [r.what, dataByKind(kit)],
    [r.to, paragraphs(r.toSaid)],
    [r.abroad, html`<p>${r.abroadSaid}</p>`],
    [r.until, html`${bullets([...r.untilSaid, visits(kit)])}<p>${r.cleared}${w.colon}${hand}</p>`],
    [r.safe, html`${bullets(r.safeSaid)}<p>${r.breach}</p>`],
    [w.cited.title, cited(FOR_RECORD, kit.request.lang)],
  ])
  const signed = html`
    <p class="only-print">
      ${r.signed(dayPlain(kit.request.today, kit.request.lang))} <span
        aria-hidden="true">${w.dots}</span>
    </p>
  `
  return { title: r.title, body: html`${body}${signed}` }
}

function visits(kit: Kit): string {
  const w = keepingWords(kit.request.lang)
  const visit = kit.retentionTable().cookies.find(cookie => cookie.name === 'tenue')
  return w.record.session(w.device.minutes(Math.round((visit?.seconds ?? 0) / 60)), w.device.year)
}

function activities(kit: Kit): Html {
  const r = keepingWords(kit.request.lang).record
  const all =
    kit.retentionTable().sent.shown.length > 0
      ? (['sent', 'written', 'harvest', 'keeping'] as const)
      : (['written', 'harvest', 'keeping'] as const)
  const rows = all.map(name => {
    const one = r.activities[name]
    return [one.what, one.why, one.basis, one.people]
  })
  return table(r.why, [r.activity, r.purpose, r.basis, r.people], [{ rows }], true)
}

function dataByKind(kit: Kit): Html {
  const w = keepingWords(kit.request.lang)
  const bodies = kit.retentionTable().groups.map((group: BrickTypes) => ({
    heading: group.heading ?? (group.brick === 'plain' ? w.record.house : undefined),
    rows: group.types.map(type => kindRow(type, kit.request)),
  }))
  return html`
    <p>${w.record.whatLead}</p>
    ${table(w.record.what, [w.record.kind, w.record.shown, w.record.home], bodies, true)}
  `
}

function kindRow(type: KeptType, request: Request): readonly KeepingCell[] {
  const w = keepingWords(request.lang)
  const shown = type.shown.join(', ')
  const network = type.network.length > 0 && w.record.network(type.network.join(', '))
  return [
    type.sent ? `${type.label} *` : type.label,
    shown || network ? html`${shown}${shown && network && html`<br>`}${network}` : w.none,
    type.home.join(', ') || w.none,
  ]
}

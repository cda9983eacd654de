import type { Machine } from '../../../contract/box/machine.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { mistakeIn, note, said } from '../../../ui/say.ts'
import { BAG } from '../model/kit-bag/commands.ts'
import type { fr } from '../words/fr.ts'
import { backupPart, offPart, versionPart } from './acts-part.ts'
import { clockPart } from './clock-part.ts'
import { feelsPart } from './feels-part.ts'
import { LOST, lostPage } from './lost-page.ts'
import { PAPERS } from './papers/page.ts'

type Words = typeof fr
export const BOX = '/borne'

/** The keeper's page of this box: how it feels, then what may be done with it. */
const boxPage: Page<Words> = {
  path: BOX,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const machine = read.machine()
    const parts = machine ? partsOf(machine, kit, words) : [note(words.noMachine)]
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head"><h1>${words.title}</h1><p class="lead">${words.lead}</p></div>
      ${parts}
      ${lost(words)}
      ${!machine?.isLogHurt && called(read, words)}
      ${ways(kit, words)}
    `
    return { title: words.title, body, current: '/tenir', script: 'heure' }
  },
}

const called = (read: Reader, words: Words): Html =>
  html`
    <div class="part">
      <h2>${words.itsName}</h2>
      <p class="five">${read.boxes().me.words}</p>
      <p class="hint">${words.itsNameLead}</p>
    </div>
  `

/** What else is its own, and whom to ask. */
const ways = ({ territory }: Kit, words: Words): Html =>
  html`
    <div class="part">
      <h2>${words.around}</h2>
      <ul class="tags no-print">
        <li><a href="${PAPERS}">${words.papers.title}</a></li>
        <li><a href="${BAG}">${words.kitBag.title}</a></li>
        <li><a href="/bornes">${words.toBoxes}</a></li>
      </ul>
      <p class="where">${words.askHelp}${territory && html` ${words.askElse(territory.keptBy)}`}</p>
    </div>
  `

const partsOf = (machine: Machine, kit: Kit, words: Words): readonly (Html | false)[] =>
  [feelsPart, clockPart, backupPart, versionPart, offPart].map(part => part(machine, kit, words))

const lost = (words: Words): Html =>
  html`<div class="part"><h2>${words.lost}</h2><p><a href="${LOST}">${words.lostLink}</a></p></div>`

export const pages: readonly Page<Words>[] = [boxPage, lostPage]

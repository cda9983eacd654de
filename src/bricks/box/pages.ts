import type { Leaf, Page, Reader } from '../../core/brick.ts'
import { type Html, html } from '../../ui/html.ts'
import { said } from '../../ui/say.ts'
import type { fr } from './fr.ts'

type Words = typeof fr
export const BOX = '/borne'

/** The keeper's page of this box. */
const boxPage: Page<Words> = {
  path: BOX,
  who: 'keeper',
  show: (ask, read, words): Leaf => {
    const body = html`${said(ask.said)}<div class="head"><h1>${words.title}</h1><p class="lead">${words.lead}</p></div>${called(read, words)}`
    return { title: words.title, body, current: '/tenir' }
  },
}

const called = (read: Reader, words: Words): Html =>
  html`<div class="part"><h2>${words.itsName}</h2><p class="five">${read.boxes().me.words}</p><p><a href="/bornes">${words.toBoxes}</a></p></div>`

export const pages: readonly Page<Words>[] = [boxPage]

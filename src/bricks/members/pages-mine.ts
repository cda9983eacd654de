import type { Ask, Leaf, Page, Reader } from '../../core/brick.ts'
import { notice, notices } from '../../ui/board.ts'
import { html } from '../../ui/html.ts'
import { note, said } from '../../ui/say.ts'
import type { fr } from './fr.ts'
import { agreements, known } from './parts.ts'
import { consentsOf, type MemberRow, memberOf, type NoticeKept, noticesOf } from './read.ts'

type Words = typeof fr

/** *Ma page*: what this box knows of the person who reads it. Over http nothing private of it is shown, not even to them. */
const mine: Page<Words> = {
  path: '/moi',
  who: 'neighbour',
  show: (ask, read, words): Leaf | undefined => {
    const row = ask.me === undefined ? undefined : memberOf(read, ask.me)
    if (!row) return undefined
    const body = html`${said(ask.said)}<div class="one"><article class="sheet"><h1>${words.mine}</h1>${myNotices(noticesOf(read, row.id), words)}${
      ask.private ? kept(row, ask, read, words) : note(words.atTheBox)
    }</article></div>`
    return { title: words.mine, body }
  },
}

function myNotices(all: readonly NoticeKept[], words: Words) {
  const acts = html`<p class="acts no-print"><a class="button offer-side" href="/annonces/proposer">${words.propose}</a> <a class="button need-side" href="/annonces/chercher">${words.search}</a></p>`
  return html`<h2>${words.myNotices}</h2>${all.length > 0 ? notices(all.map(one => notice({ title: one.title, href: `/annonces/${one.id}` }))) : html`<p class="empty">${words.noNotice}</p>`}${acts}`
}

const kept = (row: MemberRow, ask: Ask, read: Reader, words: Words) =>
  html`<h2>${words.knownOfMe}</h2>${known(row, ask, read, words)}${agreements(consentsOf(read, row.id), ask, words)}`

export const minePages: readonly Page<Words>[] = [mine]

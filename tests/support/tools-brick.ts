import { brick } from '../../src/contract/brick.ts'
import type { Command } from '../../src/contract/command.ts'
import type { Draft, Forgetting } from '../../src/contract/decision.ts'
import { html } from '../../src/contract/html.ts'
import type { Kit } from '../../src/contract/kit.ts'
import type { Letter } from '../../src/contract/letter.ts'
import type { Page } from '../../src/contract/page.ts'
import { isShownHome } from '../../src/contract/permission.ts'
import type { Reader } from '../../src/contract/reader.ts'
import { mayOver, namedOver } from '../../src/contract/records/charge.ts'
import { recordType } from '../../src/core/schema.ts'

/**
 * A brick for tests of charges: tools that are lent, who borrows them, and words about them. Its
 * command writes whatever its input says, as a careless brick would: the engine alone refuses.
 */

export const tool = recordType({
  name: 'tool',
  title: 'title',
  path: '/outils',
  fields: {
    title: { kind: 'text', required: true },
    detail: { kind: 'prose' },
    lender: { kind: 'link', to: ['member'], space: 'home', unasked: true },
  },
})
export const borrowing = recordType({
  name: 'borrowing',
  title: 'note',
  fields: {
    note: { kind: 'text' },
    who: { kind: 'text' },
    tool: { kind: 'link', to: ['tool'] },
    borrower: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    keyedBy: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    phone: { kind: 'phone', space: 'home' },
    said: { kind: 'text', space: 'home' },
  },
})
/** A word left about a tool: it stays in this box until somebody hands it over. */
export const toolWord = recordType({
  name: 'tool-word',
  title: 'said',
  space: 'home',
  fields: {
    said: { kind: 'text' },
    tool: { kind: 'link', to: ['tool'] },
    member: { kind: 'link', to: ['member'], unasked: true },
    handedOn: { kind: 'day' },
  },
})

/** What a careless command writes and erases, and whom it asks. */
export type Wanted = Readonly<{
  drafts: readonly Draft[]
  forget?: readonly Forgetting[]
  letters?: readonly Letter[]
}>
const careless: Command = {
  name: 'do',
  path: '/outils/faire',
  who: 'neighbour',
  decide: input => JSON.parse(String(input['decided'])) as Wanted,
}

const lines = (kit: Kit, read: Reader, id: string) => {
  const { request } = kit
  const sees =
    isShownHome(request) ||
    (request.private && mayOver('seePrivate', read, request, { record: id, today: request.today }))
  const borrowings = sees
    ? read.list(borrowing, { where: 'tool = ?', with: [id], order: 'id' }, 'home')
    : []
  const words = sees
    ? read.list(toolWord, { where: 'tool = ?', with: [id], order: 'id' }, 'home')
    : []
  return html`
    <ul>
      ${borrowings.map(
        one => html`
          <li>
            ${one.said} ${one.phone} ${one.borrower && read.published.memberName?.(one.borrower)}
          </li>
        `,
      )}
      ${words.map(one => html`<li>${one.said}</li>`)}
    </ul>
  `
}

const page: Page = {
  path: '/outils/:id',
  show: (kit, read) => {
    const id = kit.request.params['id'] ?? ''
    return kit.record(tool, id, {
      lead: html`<p>${namedOver(read, id, kit.request.today).join(', ')}</p>`,
      after: lines(kit, read, id),
    })
  },
}

const words = {
  types: {
    tool: {
      one: 'outil',
      many: 'Outils',
      add: 'Ajouter un outil',
      fields: {
        title: { label: 'Nom' },
        detail: { label: 'En plus' },
        lender: { label: 'À qui' },
      },
    },
    borrowing: {
      one: 'emprunt',
      many: 'Emprunts',
      add: 'Noter un emprunt',
      fields: {
        note: { label: 'Note' },
        who: { label: 'Qui' },
        tool: { label: 'Outil' },
        borrower: { label: 'Personne' },
        keyedBy: { label: 'Noté par' },
        phone: { label: 'Numéro' },
        said: { label: 'Dit' },
      },
    },
    'tool-word': {
      one: 'mot',
      many: 'Mots',
      add: 'Laisser un mot',
      fields: {
        said: { label: 'Mot' },
        tool: { label: 'Outil' },
        member: { label: 'De qui' },
        handedOn: { label: 'Remis le' },
      },
    },
  },
}

export const tools = brick({
  name: 'tools',
  records: [tool, borrowing, toolWord],
  owners: {
    tool: { owner: 'lender', over: 'id' },
    borrowing: { owner: 'borrower', keyedBy: 'keyedBy', signed: 'who', over: 'tool' },
    'tool-word': { owner: 'member', over: 'tool' },
  },
  reads: { published: ['memberName'] },
  commands: [careless],
  pages: [page],
  words: { fr: words, en: words },
})

import type { Ask, Leaf, Page, Reader } from '../../core/brick.ts'
import type { RecordType } from '../../core/schema.ts'
import { form } from '../../ui/form.ts'
import { type Html, html } from '../../ui/html.ts'
import { refused, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import { FIRST_FIELDS, NEED_MORE, OFFER_MORE } from './commands.ts'
import type { fr } from './fr.ts'
import { keptBy } from './kept.ts'
import { newestHands, newestNeeds, newestOffers } from './read.ts'
import { need, offer } from './records.ts'

type Words = typeof fr
const EXAMPLES = 2

type FormOf = Readonly<{
  path: string
  /** Where the form stands, when it is not at its own address alone. */
  from?: string
  side: string
  title: string
  type: RecordType
  /** Under the first fields: a box to tick. */
  box: Html
  more: readonly string[]
  examples: Examples
}>
/** Sentences that others wrote here, or that somebody might write: never the ones said to be the others. */
type Examples = Readonly<{ said: string; all: readonly string[] }>

/** The sentence first, then who and how to reach; the rest only for those who want to say more. */
function formLeaf(of: FormOf, ask: Ask, read: Reader, words: Words): Leaf {
  const { again } = ask
  const isFilled = (name: string) => again !== undefined && String(again.input[name] ?? '') !== ''
  const open = of.more.some(name => again?.field === name || isFilled(name))
  const examples = html`<p class="hint">${of.examples.said}</p><ul>${of.examples.all.map(one => html`<li>${one}</li>`)}</ul>`
  const more = html`<details${open && html` open`}><summary>${words.more}</summary><div class="part">${ask.fields(of.type, undefined, of.more) as Html}</div></details>`
  const wrong = again && refused([{ sentence: again.refused, ...(again.field ? { field: again.field } : {}) }], ask.lang)
  const isKeeper = ask.by === 'keeper'
  const body = html`${said(ask.said)}<div class="one"><article class="sheet ${of.side}-side">${crumbs(
    [{ href: '/annonces', words: words.listTitle }],
    ask.lang,
  )}<h1>${of.title}</h1>${wrong}<p>${words.formLead}</p>${examples}${form({
    action: of.path,
    hidden: html`${ask.form() as Html}<input type="hidden" name="from" value="${of.from ?? of.path}">`,
    fields: html`${ask.fields(of.type, undefined, FIRST_FIELDS) as Html}${of.box}${more}${!isKeeper && html`<p class="hint">${words.whoReads(keptBy(read) ?? words.keeper)}</p>`}`,
    button: isKeeper ? words.show : words.send,
    side: of.side,
  })}</article></div>`
  return { title: of.title, body, current: '/annonces' }
}

const examplesOf = (
  here: readonly Readonly<{ row: Readonly<{ title: string | null }> }>[],
  invented: readonly string[],
  words: Words,
): Examples =>
  here.length > 0 ? { said: words.written, all: here.map(one => one.row.title ?? '') } : { said: words.forExample, all: invented }

const propose: Page<Words> = {
  path: '/annonces/proposer',
  show: (ask, read, words) => {
    const isLead = ask.again !== undefined && ask.again.input['piste'] !== undefined
    const box = html`<div class="field"><label class="choice" for="f-piste"><input type="checkbox" id="f-piste" name="piste" value="yes"${isLead && html` checked`}>${words.leadBox}</label></div>`
    const examples = examplesOf(newestOffers(read, ask.today, EXAMPLES), words.offerExamples, words)
    return formLeaf(
      { path: '/annonces/proposer', side: 'offer', title: words.offerTitle, type: offer, box, more: OFFER_MORE, examples },
      ask,
      read,
      words,
    )
  },
}

const seek: Page<Words> = {
  path: '/annonces/chercher',
  show: (ask, read, words) => {
    const asked = ask.query['coup-de-main']
    const isHand = asked !== undefined && asked !== ''
    const box = ask.fields(need, isHand ? { hand: true } : undefined, ['hand']) as Html
    const examples = isHand
      ? examplesOf(newestHands(read, ask.today, EXAMPLES), words.handExamples, words)
      : examplesOf(newestNeeds(read, ask.today, EXAMPLES), words.needExamples, words)
    const title = isHand ? words.handTitle : words.needTitle
    const from = isHand ? '/annonces/chercher?coup-de-main=1' : '/annonces/chercher'
    return formLeaf({ path: '/annonces/chercher', from, side: 'need', title, type: need, box, more: NEED_MORE, examples }, ask, read, words)
  },
}

export const formPages: readonly Page<Words>[] = [propose, seek]

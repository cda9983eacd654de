import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { ToDo } from '../../../contract/to-do.ts'
import { BAG } from '../model/kit-bag/commands.ts'
import { missingIn } from '../model/kit-bag/read.ts'
import { type Trouble, troublesIn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { SAVES } from './acts-part.ts'
import { LOST } from './lost-page.ts'
import { BOX } from './pages.ts'
import { PAPERS } from './papers/page.ts'

type Words = typeof fr

export const slots: Slots<Words> = {
  questions: words => words.questions,
  tools: words => [
    { href: BOX, words: words.title, under: 'box', about: words.toolAbout.box },
    { href: SAVES, words: words.saves, under: 'box', about: words.toolAbout.saves },
    { href: PAPERS, words: words.papers.title, under: 'paper', about: words.toolAbout.papers },
    { href: BAG, words: words.kitBag.title, under: 'paper', about: words.toolAbout.bag },
  ],
  firstSteps: (words, read) => {
    const machine = read.machine()
    const isDone = machine?.taken !== undefined || machine?.outcomes.backup !== undefined
    return [{ order: 40, href: SAVES, words: words.firstStep, isDone }]
  },
  lost: words => ({ href: LOST, words: words.lostLink }),
  waits: ({ by }, read, words) =>
    by === 'keeper' ? [...troubles(read, words), ...notBack(read, words)] : [],
  /**
   * On the first page, to its keeper alone, and only what is grave: the machine is not looked at
   * for anybody else.
   */
  today: (kit: Kit, read, words) =>
    kit.request.by === 'keeper' ? said(read, words, one => one.isGrave) : [],
}

/** They are told, and not counted: nobody answers a machine that is hot. */
const troubles = (read: Reader, words: Words): readonly ToDo[] =>
  troublesOf(read, () => true).map(({ what }) => ({
    href: BOX,
    n: 1,
    isTold: true,
    sentence: words.troublesShort[what],
  }))

function notBack(read: Reader, { kitBag }: Words): readonly ToDo[] {
  const n = missingIn(read).length
  return [{ href: BAG, n, label: kitBag.title, sentence: kitBag.waits(n) }]
}

const said = (read: Reader, words: Words, which: (one: Trouble) => boolean): readonly Html[] =>
  troublesOf(read, which).map(({ what }) => html`<a href="${BOX}">${words.troublesShort[what]}</a>`)

function troublesOf(read: Reader, which: (one: Trouble) => boolean): readonly Trouble[] {
  const machine = read.machine()
  return machine ? troublesIn(machine).filter(which) : []
}

import { BOX_ADDRESS, isWifiName, wifiDrawing } from '../../../../contract/box/hotspot.ts'
import { keeperSaid } from '../../../../contract/keeper.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Print } from '../../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText as Said } from '../../../../contract/paper.ts'
import type { Request } from '../../../../contract/request.ts'
import type { BrickWords } from '../../../../core/type-words.ts'
import { dayPlain } from '../../../../text/days.ts'
import { qrAlone } from '../../../../ui/qr.ts'
import type { fr } from '../../words/papers/fr.ts'

export type PaperWords = BrickWords & Readonly<{ papers: typeof fr }>
/** Units   millimetres: read at arm's length by any telephone. */
const DRAWING_MM = 42

/** Who is asked, as the page says it. */
const keeperOf = ({ territory }: Kit, words: PaperWords): string =>
  keeperSaid(territory, words.papers.keeper)
const nameOf = (kit: Kit, words: PaperWords): string => kit.territory?.name ?? words.papers.noName
const footOf = (kit: Kit, words: PaperWords): readonly [string, string] => [
  keeperOf(kit, words),
  words.papers.printed(dayPlain(kit.request.today, kit.request.lang)),
]
/**
 * What the three papers have in common: whose page it is above, who is asked below, and no word
 * smaller than that.
 */
const paperOf = (
  kit: Kit,
  words: PaperWords,
  of: Pick<Paper, 'title' | 'size' | 'points' | 'fits' | 'blocks'>,
): Paper => ({
  ...of,
  lang: kit.request.lang,
  layout: 'flow',
  least: 9,
  foot: footOf(kit, words),
  blocks: [{ is: 'small', words: nameOf(kit, words) }, ...of.blocks],
})
/**
 * What people type to read the page: on the box's own Wi-Fi, else on the network that leads here.
 * Undefined while this machine alone knows the page: the paper then has room to write it.
 */
const addressOf = (kit: Kit): string | undefined => kit.hotspot?.address ?? kit.request.address

/**
 * The box's own, or the one that was typed where it does not know it; undefined when there is none
 * that a Wi-Fi could bear.
 */
function wifiOf(kit: Kit): string | undefined {
  const typed = typedIn(kit.request)
  return kit.hotspot?.wifi ?? (isWifiName(typed) ? typed : undefined)
}
const typedIn = ({ query }: Pick<Request, 'query'>): string =>
  typeof query['wifi'] === 'string' ? query['wifi'].trim() : ''

/**
 * Whether nobody needs a password: on the box's own Wi-Fi, and where whoever typed its name said
 * so. Else the card has room for one.
 */
const isOpenToAll = ({ request: { query }, hotspot }: Kit): boolean =>
  hotspot ? hotspot.byHand !== true : query['ouvert'] === 'oui'

/** A long name without a space may be cut every few letters: it never runs out of its column. */
const breakable = (name: string): string => name.replace(/[^\s\u200b-]{7}(?=[^\s-])/gu, '$&\u200b')
/** The shorter, the larger: 32 letters still stand on four lines. */
const timesFor = (name: string): number =>
  name.length <= 12 ? 2.3 : name.length <= 22 ? 1.8 : 1.45

/** Lines that no word is cut at the end of: read standing. */
const lines = (...all: readonly Said[]): PrintBlock => ({
  is: 'items',
  bare: true,
  items: all.map(words => ({ words })),
})

type CardWords = PaperWords['papers']['card']
const step = (drawing: PrintBlock | undefined, said: readonly PrintBlock[]): PrintBlock =>
  drawing
    ? { is: 'beside', columns: [[drawing], said], wide: [42, 78] }
    : { is: 'kept', blocks: said }

function wifiStep(kit: Kit, w: CardWords): PrintBlock {
  const wifi = wifiOf(kit)
  const first: PrintBlock = { is: 'heading', words: w.first }
  const password = { label: w.password, lines: 1 }
  if (wifi === undefined)
    return step(undefined, [
      first,
      ...(typedIn(kit.request) === '' ? [] : [{ is: 'small' as const, words: w.noSuchName }]),
      { is: 'blanks', blanks: [{ label: w.name, lines: 1 }, password] },
      lines(w.byHand),
    ])
  const name: PrintBlock = { is: 'code', code: breakable(wifi), says: '', times: timesFor(wifi) }
  if (!isOpenToAll(kit))
    return step(undefined, [first, name, { is: 'blanks', blanks: [password] }, lines(w.byHand)])
  const drawing: PrintBlock = {
    is: 'drawing',
    svg: qrAlone(wifiDrawing(wifi), w.drawWifi(wifi)),
    shows: w.drawWifi(wifi),
    mm: DRAWING_MM,
  }
  return step(drawing, [first, name, lines(w.open)])
}

function pageStep(address: string | undefined, w: CardWords): PrintBlock {
  const heading: PrintBlock = { is: 'heading', words: w.second }
  if (address === undefined)
    return step(undefined, [
      heading,
      { is: 'blanks', blanks: [{ label: w.address, lines: 1 }] },
      lines(w.addressByHand),
    ])
  const shows = w.drawPage(address)
  return step({ is: 'drawing', svg: qrAlone(`http://${address}`, shows), shows, mm: DRAWING_MM }, [
    heading,
    { is: 'code', code: address, says: '', times: timesFor(address) },
    lines(...(address === BOX_ADDRESS ? [[{ b: w.aloud }]] : []), w.type),
  ])
}

/**
 * *La carte du comptoir*: two steps, two drawings, and what to do when the telephone doubts. Its
 * drawings lead where it stands: on the Wi-Fi of the box.
 */
const counter: Print<PaperWords> = {
  kind: 'comptoir',
  who: 'keeper',
  make: (kit, _read, words): Paper => {
    const w = words.papers.card
    const address = addressOf(kit)
    return paperOf(kit, words, {
      title: words.papers.kinds.counter.title,
      size: 'a5',
      points: 14,
      fits: 1,
      blocks: [
        { is: 'title', words: w.title },
        lines(w.lead),
        { is: 'space', mm: 3 },
        wifiStep(kit, w),
        { is: 'space', mm: 3 },
        pageStep(address, w),
        { is: 'rule' },
        lines(
          [{ b: w.noInternet }, ` ${w.stay}`],
          [
            { b: w.nothing },
            ` ${w.mobile} `,
            ...(address === undefined ? [w.thisAddress] : [{ typed: address }]),
            '.',
          ],
          [{ b: w.noPhone }, ` ${w.ask(keeperOf(kit, words))}`],
        ),
      ],
    })
  },
}

/**
 * *Tenir la borne*: one sheet, both sides, which hangs nowhere: what is done each week is on one,
 * what goes wrong on the other.
 */
const keep: Print<PaperWords> = {
  kind: 'tenir-la-borne',
  who: 'keeper',
  make: (kit, read, words): Paper => {
    const w = words.papers.keep
    const address = addressOf(kit)
    // Another port answers by https, which the address of the readers does not say.
    const enter = address === undefined || address.includes(':') ? undefined : `https://${address}`
    const [wifi, print] = [wifiOf(kit), kit.fingerprint?.()]
    const facts: readonly (readonly [string, Said])[] = [
      [w.facts.wifi, wifi === undefined ? w.byHand : [{ b: breakable(wifi) }]],
      [w.facts.page, address === undefined ? w.byHand : [{ typed: `http://${address}` }]],
      [w.facts.enter, enter === undefined ? w.byHand : [{ typed: `${enter}/entrer` }]],
      [w.facts.words, [{ b: read.boxes().me.words }]],
      [w.facts.fingerprint, print ? [{ b: print.words }] : w.byHand],
      [w.facts.begins, print ? [{ typed: `${print.begins}…` }] : w.byHand],
    ]
    return paperOf(kit, words, {
      title: w.title,
      size: 'a4',
      points: 13,
      fits: 2,
      blocks: [
        { is: 'title', words: w.title },
        { is: 'lead', words: w.lead },
        {
          is: 'blanks',
          blanks: [
            { label: w.helper, lines: 1 },
            { label: w.phone, lines: 1 },
          ],
        },
        { is: 'facts', facts },
        { is: 'small', words: w.certificate },
        { is: 'heading', words: w.weekly },
        { is: 'items', items: w.week.map(line => ({ words: line, tick: true })) },
        { is: 'heading', words: w.two },
        { is: 'words', words: w.twoWhy },
        { is: 'page' },
        { is: 'heading', words: w.wrong },
        {
          is: 'table',
          columns: [
            { head: w.seen, wide: 2 },
            { head: w.doing, wide: 5 },
          ],
          rows: w.faults.map(([seen = '', doing = '']) => [[{ b: seen }], doing]),
        },
        { is: 'heading', words: w.stolen },
        { is: 'words', words: w.thief },
        { is: 'items', items: w.stolenDo.map(line => ({ words: line, tick: true })) },
      ],
    })
  },
}

/** *Accueillir la borne*: what whoever lends a socket is told and signs; each keeps one. */
const host: Print<PaperWords> = {
  kind: 'accueillir-la-borne',
  who: 'keeper',
  make: (kit, _read, words): Paper => {
    const w = words.papers.host
    return paperOf(kit, words, {
      title: w.title,
      size: 'a4',
      points: 11.5,
      fits: 1,
      blocks: [
        { is: 'title', words: w.title },
        { is: 'lead', words: w.lead(nameOf(kit, words)) },
        { is: 'heading', words: w.what },
        { is: 'items', items: w.points.map(words => ({ words })) },
        { is: 'heading', words: w.power },
        { is: 'words', words: w.watts },
        { is: 'blanks', blanks: [{ label: w.measured, boxes: 4 }] },
        { is: 'heading', words: w.fails },
        { is: 'words', words: w.comes(keeperOf(kit, words)) },
        {
          is: 'blanks',
          blanks: [
            { label: w.phone, lines: 1 },
            { label: w.spare, lines: 1 },
          ],
        },
        { is: 'heading', words: w.law },
        { is: 'items', items: w.laws.map(words => ({ words })) },
        { is: 'heading', words: w.signs },
        { is: 'words', words: w.until },
        {
          is: 'beside',
          columns: [
            [{ is: 'blanks', blanks: [{ label: w.hosts, lines: 3 }] }],
            [{ is: 'blanks', blanks: [{ label: w.keeps, lines: 3 }] }],
          ],
        },
      ],
    })
  },
}

export const paperPrints: readonly Print<PaperWords>[] = [counter, keep, host]

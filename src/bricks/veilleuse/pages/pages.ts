import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { localMoment } from '../../../core/calendar/hours.ts'
import { dayLong, numberWord } from '../../../text/days.ts'
import { pictureHref } from '../../../ui/picture.ts'
import { around, type PanelOf, panel } from '../../../ui/screen.ts'
import { cut } from '../../../ui/screen-text.ts'
import { WATCH } from '../model/commands.ts'
import { saidAddress, shiftOf, type Turn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { litAt, type ShownCycle, shownNow } from './cycle.ts'
import { settings } from './pages-settings.ts'

type Words = typeof fr
/**
 * Letters, each for its place at three metres: what is longer is cut at a sentence, and its rest is
 * where the foot says.
 */
const MOST = {
  title: 124,
  dated: 92,
  beside: 58,
  howBeside: 56,
  line: 62,
  under: 60,
  how: 74,
  name: 22,
  page: 34,
  foot: 60,
}

/** The document of one cycle; with `vue`, one panel of it alone, for browsers that can't turn. */
const page: Page<Words> = {
  path: WATCH,
  asVisitor: true,
  show: (kit, read, words): Leaf => {
    const shown = shownNow(kit, read, words)
    const all = panelsOf(shown, kit, words)
    const alone =
      typeof kit.request.query['vue'] === 'string'
        ? Number(/^\d{1,2}$/.exec(kit.request.query['vue'])?.[0] ?? 0) % all.length
        : undefined
    const panels = alone === undefined ? all : [all[alone]!]
    const drawn = panels.map((one, at) => panel({ ...one, at: at + 1 }))
    const rest = panel({ ...resting(words.unplugged, words.unpluggedDo, kit, words), at: 0 })
    const name = cut(kit.territory?.name ?? words.title, MOST.page).text
    return {
      title: words.title,
      body: around(
        {
          name,
          moment: momentOf(kit.request, words),
          foot: footOf(kit, words),
          lang: kit.request.lang,
        },
        drawn,
      ),
      screen: {
        panels: panels.length,
        seconds: shown.choice.seconds,
        next: nextOf(shown, kit.request, all.length, alone),
        look: `${shown.night ? 'nuit' : 'jour'} d${shiftOf(kit.request.now)}`,
        rest,
        lang: kit.request.lang,
      },
    }
  },
}

/**
 * Where the turn goes on: the next cycle, or the next panel of this one, which the address then has
 * to say.
 */
function nextOf(
  shown: ShownCycle,
  request: Request,
  panels: number,
  alone: number | undefined,
): string {
  const lang = request.query['langue'] === 'en' ? '&langue=en' : ''
  if (alone === undefined) return `${WATCH}?suite=${encodeURIComponent(shown.suite)}${lang}`
  const asked = typeof request.query['suite'] === 'string' ? request.query['suite'] : ''
  const isLast = alone + 1 >= panels
  const since = asked === '' && !isLast ? `&depuis=${Math.floor(litAt(request) / 1000)}` : ''
  return (
    `${WATCH}?vue=${isLast ? 0 : alone + 1}&suite=` +
    `${encodeURIComponent(isLast ? shown.suite : asked)}${since}${lang}`
  )
}

/** A page on which only its map could turn has nothing to say yet, and says so. */
function panelsOf(shown: ShownCycle, kit: Kit, words: Words): readonly Omit<PanelOf, 'at'>[] {
  const panels = shown.turns.map(turn => panelOf(turn, kit.request, words))
  const hasWords = shown.turns.some(turn => turn.panel.drawing === undefined)
  if (hasWords) return panels
  return [
    resting(kit.territory ? words.nothingYet : words.notOpen, words.nothingDo, kit, words),
    ...panels,
  ]
}

function panelOf(
  { source, panel: one }: Turn,
  request: Request,
  words: Words,
): Omit<PanelOf, 'at'> {
  const { lang } = request
  const of = {
    side: source.side,
    label: source.label,
    lang,
    ...(one.lead ? { lead: one.lead } : {}),
  }
  const under = one.under ? { under: underOf(one.under) } : {}
  if (source.kind === 'today')
    return { ...of, title: '', lines: one.title.split('\n').map(line => cut(line, MOST.line).text) }
  const title = cut(
    one.title,
    one.photo || one.drawing ? MOST.beside : one.lead ? MOST.dated : MOST.title,
  ).text
  if (one.drawing) return { ...of, ...under, title, drawing: one.drawing }
  const reach = one.reach
    ? { reach: reachOf(one.reach, words, one.photo ? MOST.howBeside : MOST.how) }
    : {}
  if (!one.photo) return { ...of, ...under, ...reach, title }
  const { file, credit } = one.photo
  return {
    ...of,
    ...reach,
    title,
    photo: { src: pictureHref(file.hash), credit: cut(credit, MOST.line).text },
  }
}

/**
 * Of *Sail · au local · depuis six semaines*, the whole pieces that there is room for: *depuis
 * six…* says nothing. What somebody is quoted with is such a piece: *Rosa l’a confirmé le 21…* has
 * lost nothing but her words.
 */
function underOf(said: string): string {
  const pieces = said.split(/(?=\s·\s|\s?:\s[«“])/)
  while (pieces.length > 1 && cut(pieces.join(''), MOST.under).isCut) pieces.pop()
  return cut(pieces.join(''), MOST.under).text
}

const reachOf = (
  { who, how }: Readonly<{ who: string | null; how: string }>,
  words: Words,
  most: number,
) => ({
  head: who ? words.reachWho(cut(who, MOST.name).text) : words.reach,
  how: cut(how, most).text,
})

/** What stands alone: nothing to show, or nobody answers; it ends in a person and a place too. */
function resting(title: string, under: string, kit: Kit, words: Words): Omit<PanelOf, 'at'> {
  const {
    request: { lang },
    territory,
  } = kit
  const reach = territory?.keptBy
    ? { reach: { head: words.wordTo, how: cut(territory.keptBy, MOST.how).text } }
    : {}
  return { side: 'rest', title, under, lang, ...reach }
}

/**
 * The day, and a place for the hour that `veilleuse.js` fills and keeps: neither is said by a clock
 * that nobody set.
 */
function momentOf(request: Request, words: Words): Html | false {
  if (!request.sure) return false
  const [hours = 0, minutes = 0] = localMoment(request.now).slice(11, 16).split(':').map(Number)
  return html`
    <p class="moment">
      <span class="date">${dayLong(request.today, request.lang, request.today)}</span>
      <span class="heure" data-minutes="${hours * 60 + minutes}" data-dit="${words.time}"></span>
    </p>
  `
}

/** Where to read more, to type and to say. */
function footOf(kit: Kit, words: Words): Html | string {
  const { address, lang } = kit.request
  if (address === undefined) return words.readHere
  const said = saidAddress(address, n => numberWord(n, lang))
  // On its Wi-Fi, the name of the Wi-Fi says more than the address said aloud.
  const wifi = kit.hotspot?.wifi
  if (wifi)
    return html`
      ${words.readMore(cut(address, MOST.foot).text)}
      <span class="dite">${words.byWifi(cut(wifi, MOST.page).text)}</span>
    `
  return html`
    ${words.readMore(cut(address, MOST.foot).text)}
    ${said && html` <span class="dite">${words.saidAloud(said)}</span>`}
  `
}

export const pages: readonly Page<Words>[] = [page, settings]

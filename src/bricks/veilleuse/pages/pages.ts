import { type Html, html } from '../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import { localMoment } from '../../../core/calendar/hours.ts'
import { dayLong, numberWord } from '../../../text/days.ts'
import { pictureHref } from '../../../ui/picture.ts'
import { around, type PanelOf, panel } from '../../../ui/screen.ts'
import { cut } from '../../../ui/screen-text.ts'
import { WATCH } from '../model/commands.ts'
import { saidAddress, shiftOf, type Turn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { litAt, type Shown, shownNow } from './cycle.ts'
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
  here: true,
  show: (ask, read, words): Leaf => {
    const shown = shownNow(ask, read, words)
    const all = panelsOf(shown, ask, words)
    const alone =
      typeof ask.query['vue'] === 'string'
        ? Number(/^\d{1,2}$/.exec(ask.query['vue'])?.[0] ?? 0) % all.length
        : undefined
    const panels = alone === undefined ? all : [all[alone]!]
    const drawn = panels.map((one, at) => panel({ ...one, at: at + 1 }))
    const rest = panel({ ...resting(words.unplugged, words.unpluggedDo, ask, words), at: 0 })
    const name = cut(ask.territory?.name ?? words.title, MOST.page).text
    return {
      title: words.title,
      body: around(
        { name, moment: momentOf(ask, words), foot: footOf(ask, words), lang: ask.lang },
        drawn,
      ),
      screen: {
        panels: panels.length,
        seconds: shown.choice.seconds,
        next: nextOf(shown, ask, all.length, alone),
        look: `${shown.night ? 'nuit' : 'jour'} d${shiftOf(ask.now)}`,
        rest,
        lang: ask.lang,
      },
    }
  },
}

/**
 * Where the turn goes on: the next cycle, or the next panel of this one, which the address then has
 * to say.
 */
function nextOf(shown: Shown, ask: Ask, panels: number, alone: number | undefined): string {
  const lang = ask.query['langue'] === 'en' ? '&langue=en' : ''
  if (alone === undefined) return `${WATCH}?suite=${encodeURIComponent(shown.suite)}${lang}`
  const asked = typeof ask.query['suite'] === 'string' ? ask.query['suite'] : ''
  const isLast = alone + 1 >= panels
  const since = asked === '' && !isLast ? `&depuis=${Math.floor(litAt(ask) / 1000)}` : ''
  return (
    `${WATCH}?vue=${isLast ? 0 : alone + 1}&suite=` +
    `${encodeURIComponent(isLast ? shown.suite : asked)}${since}${lang}`
  )
}

/** A page on which only its map could turn has nothing to say yet, and says so. */
function panelsOf(shown: Shown, ask: Ask, words: Words): readonly Omit<PanelOf, 'at'>[] {
  const panels = shown.turns.map(turn => panelOf(turn, ask, words))
  const hasWords = shown.turns.some(turn => turn.panel.drawing === undefined)
  if (hasWords) return panels
  return [
    resting(ask.territory ? words.nothingYet : words.notOpen, words.nothingDo, ask, words),
    ...panels,
  ]
}

function panelOf({ source, panel: one }: Turn, ask: Ask, words: Words): Omit<PanelOf, 'at'> {
  const { lang } = ask
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
function resting(title: string, under: string, ask: Ask, words: Words): Omit<PanelOf, 'at'> {
  const { territory, lang } = ask
  const reach = territory?.keptBy
    ? { reach: { head: words.wordTo, how: cut(territory.keptBy, MOST.how).text } }
    : {}
  return { side: 'rest', title, under, lang, ...reach }
}

/**
 * The day, and a place for the hour that `veilleuse.js` fills and keeps: neither is said by a clock
 * that nobody set.
 */
function momentOf(ask: Ask, words: Words): Html | false {
  if (!ask.sure) return false
  const [hours = 0, minutes = 0] = localMoment(ask.now).slice(11, 16).split(':').map(Number)
  return html`
    <p class="moment">
      <span class="date">${dayLong(ask.today, ask.lang, ask.today)}</span>
      <span class="heure" data-minutes="${hours * 60 + minutes}" data-dit="${words.time}"></span>
    </p>
  `
}

/** Where to read more, to type and to say. */
function footOf(ask: Ask, words: Words): Html | string {
  const { address, lang } = ask
  if (address === undefined) return words.readHere
  const said = saidAddress(address, n => numberWord(n, lang))
  // On its Wi-Fi, the name of the Wi-Fi says more than the address said aloud.
  const wifi = ask.hotspot?.wifi
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

import { pattern } from '../../core/pattern.ts'
import { plainOf } from './mask.ts'

/**
 * What stands on a page beside its text: front matter, menus, share buttons, notices of a wiki or a
 * blog, signatures of letters. Rules read none of it; the page folds it.
 */
type Span = Readonly<{ from: number; to: number }>
export type FrontMatter = Readonly<{ title: string; date: string; author: string }>
export type PageAside = Readonly<{ spans: readonly Span[]; front?: FrontMatter }>

/** A line that is nothing but one of these; read in plain text, without its brackets. */
const LINE = pattern()`
  ^(?:(?:modifier|modifier le code|modifier le wikicode|voir le texte source|lire|voir l'historique
  |historique|discussion|article|aller (?:au contenu|a la navigation|a la recherche|en haut)
  |retour en haut|haut de page|sauter au contenu|skip to (?:main )?content|jump to \S+
  |menu(?: principal| de navigation| secondaire)?|navigation|sommaire|rechercher|recherche
  |table des matieres(?: \[?masquer\]?)?|outils(?: personnels| de la page)?|espaces de noms
  |affichages|variantes|plus|pages? (?:liees|speciales|au hasard|precedente|suivante)
  |suivi des pages liees|modifications recentes|version imprimable|lien permanent
  |informations sur la page|citer cette page|imprimer(?: / exporter)?|telecharger(?: .{0,30})?
  |televerser .{0,20}|(?:se )?(?:connexion|connecter|deconnecter)|se creer un compte
  |creer un compte|s'inscrire|s'abonner(?: .{0,40})?|se desabonner.{0,40}
  |partager(?: (?:sur|par|cet? |l').{0,40})?|partagez.{0,40}|tweeter|epingler|envoyer (?:par
  |a un ami).{0,30}|copier le lien|j'aime(?: ?\(?\d+\)?)?|repondre|laisser (?:un commentaire
  |une reponse).{0,40}|ajouter un commentaire|\d+ (?:commentaires?|reponses?|reactions?|vues?)
  |commentaires?(?: ?\(?\d+\)?)?|votre adresse e?-?mail ne sera.{0,80}|lire la suite.{0,4}
  |en savoir plus|voir plus|articles? (?:recents?|precedente?s?|suivante?s?|similaires?|lies?)
  |dans la meme (?:rubrique|categorie)|a lire aussi|mots?[- ]cles?.{0,60}|etiquettes?\b.{0,60}
  |categories?\s?:.{0,90}|classe dans.{0,60}|mentions legales|plan du site
  |politique (?:de confidentialite|des cookies).{0,20}|donnees personnelles|conditions .{0,40}
  |credits?|avertissements?|contactez-nous|nous contacter|accepter.{0,30}
  |tout (?:accepter|refuser)|refuser|gerer (?:les|mes) (?:cookies|preferences)
  |parametrer les cookies)\W*)$
`
/** A line that begins so is one, however it goes on. */
const BEGINS = pattern()`
  ^(?:(?:ce|notre) site utilise (?:des|les) cookies|nous utilisons des cookies
  |en poursuivant votre navigation|propulse par|fierement propulse|theme\s?[:«]|powered by
  |recuperee? de\s?«|(?:cette page a ete|page) (?:consultee|vue|modifiee) (?:pour|\d)
  |(?:la )?derniere modification (?:de cette page )?(?:a ete |le |:)|le contenu est disponible sous
  |pour ne plus recevoir|vous recevez ce (?:message|courriel|mail)|se desinscrire
  |envoye (?:depuis|de) mon|temps de lecture|©|\(c\) \d{4}|tous droits reserves
  |\[?\s?modifier \| )
`
/** Words of menus: a line of a few of them between signs is one. */
const MENU = pattern()`
  ^(?:accueil|contact|agenda|adherer|adhesion|boutique|blog|actualites?|connexion|mentions legales
  |plan du site|a propos|qui sommes-nous|aide|menu|rechercher|recherche|faq|propulse.*|theme.*
  |credits|lire|modifier.*|voir.*|historique|discussion|article|page|don|faire un don|partager.*
  |facebook|twitter|mastodon|instagram|linkedin|whatsapp|imprimer|courriel|envoyer.*|copier le lien
  |j'aime.*|s'abonner.*|se connecter|louer une salle|nos? \S+|le lieu|les \S+|politique .*
  |conditions .*|confidentialite|newsletter|rss|contributions|preferences|liste de suivi|outils
  |pages .*|version .*|licence.*)$
`
const PICTURE = /!\[[^\][\n]{0,200}\]\([^()\s]{1,400}\)/gu
const ADDRESS = /https?:\/\/[^\s<>()"«»\]]{1,400}/giu
/** Of an address: up to its picture, or one of the pages that serve a page. */
const OF_PICTURE = /\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?.*)?/i
const OF_PAGE = pattern('iu')`
  (?:utilisat(?:eur|rice)|user|sp[ée]cial|special|fichier|file|image|cat[ée]gorie|category
  |discussion)(?:_\p{L}+)?:|action=|oldid=|printable=|\/sharer?\b|intent\/|share\?|mailto
`
/** Where the address of a picture or of a page's own tools ends; 0 for any other address. */
function besideLength(address: string): number {
  const picture = OF_PICTURE.exec(address)
  if (picture) return picture.index + picture[0].length
  return OF_PAGE.test(address) ? address.length : 0
}
/** *[modifier | modifier le code]* after a title of a wiki. */
const EDIT = /\[\s?modifier(?: \| modifier le (?:code|wikicode))?\s?\]/giu
const FRONT = /^\ufeff?---[^\S\n]*\r?\n([\s\S]{0,3000}?)\r?\n---[^\S\n]*(?:\r?\n|$)/

const bare = (line: string): string =>
  plainOf(line)
    .replace(/[’‘]/g, "'")
    .replace(/^[\s*•#>=[\]()_←→|-]+|[\s*=[\]()_←→…|]+$/g, '')

function isMenu(line: string): boolean {
  const parts = line
    .split(/\s[·•|/›>]\s|\]\s*\[|\t/)
    .map(bare)
    .filter(Boolean)
  return (
    parts.length > 2 &&
    parts.every(part => part.length < 34) &&
    parts.filter(part => MENU.test(part) || LINE.test(part)).length >= parts.length / 2
  )
}

function isAside(line: string): boolean {
  if (line.length > 200) return false
  const said = bare(line)
  return said !== '' && (LINE.test(said) || BEGINS.test(said) || isMenu(line))
}

/** Below these, items and names of other pages: so are they, to the first blank line or title. */
const LIST_OF_PAGES = pattern()`
  ^(?:articles? (?:recents?|similaires?|lies?|precedents?)|a lire aussi|dans la meme .*
  |menu(?: de navigation)?|navigation|outils.*|pages? liees)\W*$
`

/** *07 06…*, *12 impasse du Lavoir*: lines of a signature, after a letter. */
const REACH = pattern()`
  ^\W*(?:(?:tel|port|mob)\w*\W*)?(?:\+33 ?|0)[1-9](?:[ .-]?\d\d){4}\W*$
  |^\W*\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|route|chemin|impasse|place|allee|avenue|boulevard
  |lieu[- ]dit|montee|quai|cours|ruelle)\b.{0,70}$|^\W*\S+@\S+\.\S+\W*$
`

/** What stands beside the text inside a line of it. */
function besideIn(line: string): readonly Span[] {
  const whole = [...line.matchAll(PICTURE), ...line.matchAll(EDIT)].map(m => ({
    from: m.index,
    to: m.index + m[0].length,
  }))
  const addresses = [...line.matchAll(ADDRESS)].flatMap(m => {
    const length = besideLength(m[0])
    return length > 0 ? [{ from: m.index, to: m.index + length }] : []
  })
  return [...whole, ...addresses]
}

/** What stands beside the text, in order, and the front matter. */
export function asideOf(text: string): PageAside {
  const spans: Span[] = []
  const front = FRONT.exec(text)
  const value = (key: string): string =>
    new RegExp(String.raw`^${key}\s*:\s*["']?(.*?)["']?\s*$`, 'im').exec(front?.[1] ?? '')?.[1] ??
    ''
  const isFront = front !== null && /^\w[\w-]*\s*:/m.test(front[1]!)
  if (isFront) spans.push({ from: 0, to: front[0].trimEnd().length })
  const lines = [...text.matchAll(/[^\n]+/g)].filter(
    m => m.index >= (isFront ? front[0].length : 0) && m[0].trim() !== '',
  )
  let [listed, last, signed] = [false, 0, false]
  for (const [at, m] of lines.entries()) {
    const to = m.index + m[0].length
    const isNear = m.index - last <= 2
    listed = listed && isNear && /^\s*(?:[-*•]|\S.{0,60}$)/.test(m[0]) && !/^#/.test(m[0])
    last = to
    // *--* alone: a mail's signature, to its end.
    signed ||= /^--\s?$/.test(m[0].trimEnd()) && lines.length - at <= 9 && at > 3
    const reach = lines.length - at <= 10 && at > 6 && REACH.test(plainOf(m[0]))
    if (isAside(m[0].trim()) || listed || signed || reach) {
      spans.push({ from: m.index, to })
      listed ||= LIST_OF_PAGES.test(bare(m[0]))
    } else
      for (const one of besideIn(m[0]))
        spans.push({ from: m.index + one.from, to: m.index + one.to })
  }
  return {
    spans,
    ...(isFront
      ? { front: { title: value('title'), date: value('date'), author: value('author') } }
      : {}),
  }
}

/** The text with spaces in these places: same length, line ends kept. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let [kept, at] = ['', 0]
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(from, at)
    if (to <= start) continue
    kept += text.slice(at, start) + text.slice(start, to).replace(/[^\n\r]/g, ' ')
    at = to
  }
  return kept + text.slice(at)
}

import { pattern, source } from '../../../core/pattern.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { bodyOf, type ClearedText, clauseOf, first, inQuotes, isItem } from './harvest-said.ts'

/**
 * The French of what is wanted and of what is offered. Every pattern reads plain text (no accents,
 * no capitals); what it finds ends where the thing itself begins.
 */
const SOME =
  "(?:un|une|des|du|de l'|de la|plus|deux|trois|quatre|cinq|six|dix|au " +
  "moins|quelqu'un|quelques|environ|\\d+)\\b"
const NEEDS: readonly RegExp[] = [
  pattern()`
    \b(?:il (?:nous |leur |vous |lui )?|ca |nous |on )(?:en )?manqu(?:e|ait|ons|era|erait
    |ent)(?: (?:encore|toujours|cruellement|aussi|plus que))?(?: d[eu]s? (?=[a-z])| d')? ?
  `,
  pattern()`
    (?:^|[.;:,(–-]\s*|\bet )manqu(?:ent|ait|e)\b(?: (?:encore|toujours
    |aussi))?\s*:?\s*(?:d[eu] (?=[a-z])|d')?
  `,
  pattern()`
    \b(?:a|avons|avoir|aurait|aurions|ont|auraient|aura|ai
    |y a) (?:aussi |vraiment |encore |toujours |grand |bien )?besoin (?:d[eu]s? (?=[a-z\d])|d')
  `,
  pattern()`
    (?<!\b(?:au|selon les|selon le|les|leurs|des|ces|aux|quels|si|en cas de|pas|pas encore|plus
    |aucun|sans|(?<!plus que )jamais|jamais eu) )\bbesoins? (?:urgent )?(?:d[eu] (?=[a-z])|d')
  `,
  pattern()`
    (?<!\b(?:la|une|de|sa|notre|leur|cette) )\b(?:re)?cherch(?:e|ons|ent)(?: (?:toujours|encore
    |aussi|activement|donc))? (?!pas\b|a |le |la |les |l'|si |comment|pourquoi|ou |ce que
    |qui |l'adresse)(?:d'autres |des? (?=[a-z])|d'|du )?
  `,
  /\ba la recherche (?:d[eu]s? (?=[a-z])|d')/,
  new RegExp(
    String.raw`(?:^[^a-z]*|[.;:,(–-]\s*)fau(?:t|drait|dra) (?:encore |aussi |donc )?(?=${SOME})`,
  ),
  pattern()`
    \b(?:voudrai(?:t|ent|s)|aimerai(?:t|ent|s)|souhaite(?:nt|rait|raient)?|aimerions
    |voudrions) (?:bien |aussi )?(?:trouver |avoir |recuperer |emprunter |louer |acquerir )?
    (?=quelqu'un\b|une? (?:coup de main|aide|local|terrain|garage|velo|remplacante?|salle|benevole)
    |d'autres bras)
  `,
  pattern()`
    \b(?:voudrai(?:t|ent|s)|aimerai(?:t|ent|s)|souhaite(?:nt|rait|raient)?|aimerions|voudrions
    |cherche(?:nt|ons)? a) (?:bien |aussi )?(?:trouver|recuperer|emprunter|acquerir|se procurer)[ ]
  `,
  pattern()`
    \b(?:on|nous|il|elle|groupe|club|ecole|asso|association|amap|comite) n'(?:a|ont|avons
    |y a) (?:toujours |encore |meme )?(?:pas|ni) (?:encore )?(?:d'|de )(?!(?:nouvelles?|reponses?
    |retours?|dates?|temps|soucis?|problemes?|idees?|chance|raison|avis|compte|quoi|plus)\b)
  `,
  /\bil (?:ne )?(?:reste|nous reste) (?:plus )?que (?=\d|une?\b|deux|trois|quelques)/,
  /\bbesoins? en (?=[a-z])/,
  pattern()`
    (?:^[^a-z]*|\b(?:elle|il) )(?:lui|leur|me|nous|vous) (?:faut|faudrait|faudra) (?=\d|une?|des|du
    |de la|deux|trois|quatre)
  `,
  /\bserai(?:t|ent) preneu(?:r|se)s? (?:pour |d(?:'|[eu]s? ))/,
  /\b(?:il|elle) demande (?=(?:une?|des|deux|trois) [a-z-]+ et (?:une?|des|deux|trois) )/,
  /\b(?:en|a la) (?:quete|recherche) d(?:'|[eu]s? )/,
  /\b(?:il )?faudrait (?=(?:changer|remplacer|racheter|reparer|acheter|renouveler|retrouver) )/,
  pattern()`
    \b(?:demande|cherche|reclame|attend|espere)(?:nt
    |ons)? (?:encore |aussi )?(?:des |du |de la |une? |quelques |deux |trois )(?=(?:bras|benevoles?
    |volontaires?|coups? de main|aides?|renforts?|materiel|dons?|plumes?|petites mains|mains)\b)
  `,
  /\bon prend (?=(?:tous|toutes|volontiers|tout)\b)/,
  /\bce qu'il (?:nous |leur |vous )?(?:faut|manque|faudrait)\s*:\s*/,
  /\baurai(?:t|ent|s) l'usage d(?:'|[eu]s? )/,
  pattern()`
    (?<!\b(?:on|nous|il|elle) )\b(?:reclam|demand)(?:e|ent|ons) (?=(?:des|du|de la|de l'
    |une?) (?!(?:avis|nouvelles|comptes?|devis|explications?|subventions?|precisions?|autorisation
    |rendez-vous|arrete|reponse|delai|report|minute|date|creneau|vote|accord
    |point)\b)[a-z' ]{3,}[^:]*$)
  `,
  /\ba (?:acheter|se procurer|racheter|recuperer)\s*:\s*/,
  pattern()`
    \btoujours (?:pas|aucune?|rien) (?:de |d')?(?!(?:reponse|nouvelles?|retour|date|recu|eu|fait|pu
    |ete)\b)
  `,
  pattern()`
    (?:^|[^a-z])trouver (?=(?:une? (?:personne|remplacante?|local|terrain|lieu|salle|financement
    |animat|benevole|tresori|secretaire|autre|camion|garage|medecin)|des (?:benevoles|volontaires
    |sous|financements|bras)|quelqu'un)\b)
  `,
  /\breste a (?:financer|reunir|rassembler|boucler) /,
  /\bmanquante?s?\s*:\s*/,
  /\bc'est ce qui (?:nous )?manque\b/,
  pattern()`
    \battend(?:ent|ons)? (?:encore |toujours )?(?=(?:une?|des) (?!(?:reponses?|devis|retours?|avis
    |nouvelles?|bebe|jumeaux|triples|enfants?|accord|precisions?)\b))
  `,
  /\bsi quelqu'un (?:en )?(?:a|avait|connait|peut)\b/,
  /(?:^|\W)sos\b\s*:?\s*/,
  /\b(?:on|nous) (?:compte|comptons) sur .{2,40}? pour (?=(?:des|du|de la|une?|apporter|tenir)\b)/,
  /\bavis aux? (?=[a-z])/,
  pattern()`
    \b(?:avis de recherche|on lance un appel (?:a|aux|pour)|lance un appel (?:a|aux|pour)|on recrute
    |on prend (?:tout|volontiers))\s*:?\s*
  `,
  new RegExp(
    source`
      \bil (?:nous |vous |lui |leur )?(?:en )?(?:faut|faudra|faudrait)(?: (?:donc|encore|aussi
      |peut-etre|absolument|vite|maintenant))* (?=${SOME})(?!un jour\b|une fois\b)
    `,
  ),
  pattern()`
    \b(?:il (?:nous )?(?:faut|faudra|faudrait)|faut|il reste a|reste a|reste|on doit
    |nous devons)(?: (?:donc|encore|aussi|absolument|vite))* ?(?:trouver|recruter
    |denicher)(?! (?:une? (?:date|solution|creneau|moyen|accord)|comment))[ ]
  `,
  /(?:^|\W)a trouver\s*:?\s*/,
  pattern()`
    \bappels? (?:a|aux) (?=benevoles|volontaires|dons?|candidat|materiel|toutes? les bonnes|tous
    |contribution)
  `,
  /\b(?:n'avons|n'a|n'ont|n'y a|n'est|on a|nous avons) plus (?:d[eu] (?=[a-z])|d')/,
  /\b(?:trop peu|pas assez) (?:d[eu] (?=[a-z])|d')/,
  pattern()`
    \b(?:(?:il n'y a|y a|on n'a|nous n'avons|n'a|ont|on a) )?plus (?:personne|aucune?
    |assez)\b(?: d[eu'])?
  `,
  /\bpersonne (?:n'est |ne (?:s'est )?)?(?:pour|s'occupe|propose|disponible)/,
  /\bserai(?:t|ent) (?:les |la |le )?(?:bienvenue?s?)\b/,
  /\b(?:on|nous) (?:est|serait|sommes|serions) preneurs?(?: d[eu']s?)?/,
  pattern()`
    \bne serai(?:t|ent) pas de trop\b|\bserai(?:t|ent) (?:bien |tres |vraiment )?(?:precieu(?:x|se
    |ses)|utiles?|necessaires?|apprecie(?:e|s|es)?)\b
  `,
  /\b(?:on|nous) en (?:emprunter|prendr|voudr|acheter|reprendr|cherch)\w+\b/,
  pattern()`
    \bil (?:faut|faudra|faudrait) (?:le|la|les|en) (?:remplacer|changer|racheter|retrouver
    |trouver)\b
  `,
]
/** Questions that ask for something: the whole question is the title. */
const ASKED = pattern()`
  \b(?:ou (?:peut-on |est-ce qu'on peut )?(?:trouver|acheter|recuperer|emprunter|louer|prendre)
  |personne n'(?:a|aurait)|qui (?:peut|pourrait|aurait|a|saurait|veut|voudrait|connait|se propose
  |est (?:dispo|pret))|quelqu'un (?:peut|pourrait|aurait|a|saurait|connait|pour))
  (?! (?:pris|vu|mis|dit|fait|perdu|trouve|laisse|ouvert|ferme|garde|oublie|casse|vole|recu
  |emprunte|eu)\b) .{3,140}\?
`
/** What is bare at the beginning of a title or of an item. */
const BARE = pattern()`
  ^[^a-z]*(?:((?:a|au|aux|en) [^,:]{2,40}, (?:il n'y a )?rien\b|pas (?:assez )?(?:d'|de )
  |aucune? (?!besoin)|plus (?:d'|de )|(?:il n'y a|on n'a) (?:pas|plus) (?:d'|de ))
  |(?:besoins? (?:d'|d[eu] )|manque (?:d'|d[eu] )|(?:re)?cherch(?:e|ons|ent) (?!pas\b)(?:d'|des? )?
  |urgent\s*: ))
`
const ASKS = pattern()`
  \b(?:requiert|requierent|necessite(?:nt)?|souhaite(?:nt)? (?=une? )
  |demande(?:nt)? (?=(?:l'(?:acquisition|achat|installation|attribution|usage|acces)|une? (?:local
  |salle|aide|subvention|creneau|terrain|cle))\b)) ?
`
const TO_CHANGE = pattern()`
  \b(?:est|sont|reste(?:nt)?) a (?:changer|remplacer|refaire|reparer|acheter|racheter
  |renouveler)\b|(?:^[^a-z]*|:\s*)(?:le |la |les |l'
  |une? |deux |trois |\d+ )?[a-z' ]{3,30} a (?:changer|remplacer|refaire|racheter|renouveler)\b
`
const SCARCE = /\b(?:un|une|1|2|deux) seule?s? (?=[a-z])/
/** Small words before the thing. */
const ARTICLE =
  /^(?:trouver |recruter |avoir |chercher |de la (?=[a-z])|de l'|du |des (?=[a-z])|de |d')/

/** The thing wanted, without the small words before it. */
function wanted(clear: string): string {
  let kept = clear.replace(/^[\s:–-]+/, '')
  for (let m = ARTICLE.exec(plainOf(kept)); m; m = ARTICLE.exec(plainOf(kept)))
    kept = kept.slice(m[0].length)
  // *besoin de deux brouettes et d'une cuve*.
  return clauseOf(kept).replace(/(,|\set|\sou)\sd['’](?=une?\s)/g, '$1 ')
}

/** *quelqu'un pour le nourrir*: what *le* stands for, told just before, in parentheses. */
function meant(thing: string, before: string): string {
  const pronoun = /\b(?:pour|à|de) (le|la|les) \p{Ll}+(?:er|ir|re)\b/u.exec(thing)?.[1]
  const told =
    pronoun &&
    [...before.matchAll(new RegExp(`\\b${pronoun} (\\p{Ll}[\\p{L}'-]{2,})`, 'gu'))].at(-1)
  return told ? ` (${told[0]})` : ''
}

/** Inside a saying, only what somebody asks for themselves stays a need. */
const asksForSelf = (said: ClearedText, at: number): boolean =>
  /\b(?:me|m'|nous) (?:faut|faudrait|manque)|\bj'ai besoin/.test(
    said.plain.slice(Math.max(0, at - 4), at + 24),
  )

const NO_NEED = pattern()`
  \ben (?:cherch|manqu|faut|faudra)|bienvenu|preneur|personne|plus aucun|de trop|ce qui|si quelqu
  |\bserai|\b(?:on|nous) en |(?:le|la|les|en) (?:remplacer|changer|racheter|retrouver|trouver)$
`

const IF_ANYBODY = pattern()`
  \b(?:si|s') ?(?:jamais )?(?:qqn|quelqu'un|vous|tu|on|certains|d'autres|ca)[^,.;]{0,12}$
`
/** *Je prête ma débroussailleuse si quelqu'un en a besoin*. */
const IF_ANYBODY_NEEDS = pattern()`
  \b(?:si|quand|des que|tant que) (?:jamais )?(?:qqn|quelqu'un|vous|tu|on|l'un|certains
  |d'autres|ca)[^,.;]{0,20} besoin
`
/** The plainest ways to say it. */
const SEEKS = /manqu|besoin|cherch|fau[td]|recrut|trouver/

/** Where in the sentence the need stands, and the words that say it. */
type NeedSaid = Readonly<{ at: number; thing: string; rule: string }>
function needIn(said: ClearedText, heading: boolean): NeedSaid | undefined {
  const bare = BARE.exec(said.plain)
  if (bare)
    return {
      at: 0,
      rule: 'bare',
      thing: bare[1] ? clauseOf(said.clear) : wanted(said.clear.slice(bare[0].length)),
    }
  if (heading) return undefined
  if (ASKED.test(said.plain.replace(/\([^)]*\)/g, ' ')))
    return { at: 0, thing: said.clear, rule: 'asked' }
  const cue = first(NEEDS, said.plain)
  // *si quelqu'un a besoin d'un trajet*: offered, not asked.
  const isIf =
    cue &&
    (IF_ANYBODY.test(said.plain.slice(0, cue.index)) ||
      IF_ANYBODY_NEEDS.test(said.plain.slice(0, cue.index + cue[0].length + 12)))
  if (cue && !isIf && (!inQuotes(said, cue.index) || asksForSelf(said, cue.index))) {
    const told = NO_NEED.test(
      said.plain.slice(Math.max(0, cue.index - 3), cue.index + cue[0].length),
    )
    const thing = told
      ? said.clear.split(/[;.](?:\s|$)/)[0]!
      : wanted(said.clear.slice(cue.index + cue[0].length))
    return {
      at: told ? 0 : cue.index,
      thing: thing + meant(thing, said.clear.slice(0, cue.index)),
      rule: SEEKS.test(cue[0]) && !told ? 'seeks' : 'told',
    }
  }
  const asks = ASKS.exec(said.plain)
  if (asks)
    return {
      at: asks.index,
      thing: wanted(said.clear.slice(asks.index + asks[0].length)),
      rule: 'asks',
    }
  if (TO_CHANGE.test(said.plain))
    return { at: 0, thing: said.clear.split(/[.;](?:\s|$)/)[0]!, rule: 'to-change' }
  const scarce = SCARCE.exec(said.plain)
  return scarce && /^(?:[^a-z]*)(?:pb|probleme|souci|difficulte|il|on|nous|file)/.test(said.plain)
    ? { at: 0, thing: said.clear.slice(scarce.index), rule: 'scarce' }
    : undefined
}

/** *Je cherche quelqu'un, je travaille*, *on manque de temps*: nobody could answer it. */
const NOTHING_ASKED = pattern()`
  ^(?:temps|patience|chance|recul|motivation|courage|visibilite)\b|^\d+ ?(?:€|euros?) (?:dans|en|sur
  |a) |^(?:quelqu.un|qqn|une personne|du monde|des gens)(?:,? (?:je|j.|on|il|elle|mais|car|merci|svp
  |vite)(?: .*)?)?$
`

/** *Pour samedi 28*: past that day it is wanted no more. A day before the meeting is none. */
function dayWanted(page: NotesPage, piece: NotePiece): Readonly<{ until?: string }> {
  const date = piece.dates.find(
    one => one.sure && /\bpour\s+(?:le\s+|ce\s+)?$/.test(piece.plain.slice(0, one.from)),
  )
  const until = date && (date.until ?? date.day)
  return until && until >= (page.head.date ?? '') ? { until } : {}
}

export function needOf(page: NotesPage, piece: NotePiece): FoundPiece | undefined {
  const item = isItem(piece, 'needs')
  const said = bodyOf(piece)
  const need = needIn(said, piece.block.heading > 0)
  if (!need && !item) return undefined
  const title =
    titled(need?.thing ?? wanted(said.clear), page.names) || titled(said.clear, page.names)
  if (title.length < 3 || NOTHING_ASKED.test(plainOf(title))) return undefined
  return {
    kind: 'need',
    title,
    fields: { title, state: 'open', ...dayWanted(page, piece) },
    from: piece.from,
    to: piece.to,
    certainty: piece.label === 'needs' ? 0.95 : need ? (item ? 0.9 : 0.82) : 0.72,
    rule: `need.${item ? 'listed' : (need?.rule ?? 'told')}`,
  }
}

/** What a row of a table lacks or gives, by its columns. */
export function rowOffered(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const row = rowsOf(page).get(piece.block.from)
  const isNeed = row?.kind === 'needs' || row?.need !== undefined
  if (!row || (!isNeed && row.kind !== 'offers')) return []
  const said = (row.kind === 'needs' || row.kind === 'offers' ? row.what : row.need)?.text ?? ''
  if (!/\p{L}{3}/u.test(said) || /^(?:rien|neant|ok|aucune?|non|complet)\b/.test(plainOf(said)))
    return []
  const count = row.count?.text ?? ''
  const title = titled(
    wanted(/^(?:[2-9]|\d{2,})$/.test(count) ? `${said} (${count})` : said),
    page.names,
  )
  if (title.length < 3) return []
  const kind = isNeed ? 'need' : 'offer'
  return [
    {
      kind,
      title,
      fields: { title, state: isNeed ? 'open' : 'lead' },
      from: piece.from,
      to: piece.to,
      certainty: 0.85,
      rule: 'table.row',
      ...(row.giver ? { links: [{ rel: 'by', kind: 'actor', title: row.giver.text }] } : {}),
    },
  ]
}

/** What stands before the thing in a sentence that no pattern knows. */
const BEFORE_THING = pattern()`
  ^[^a-z0-9]*(?:(?:bonsoir|bonjour|hello|salut|coucou)\b[^,.!:]{0,20}[,.!:]\s*)?(?:(?:autre chose
  |sinon|par contre|au fait|moi|donc|et|oui|alors)\s?[,:]?\s+)*(?:(?:on|nous|il|elle|ils|elles|je
  |j'|y|il y) ?(?:a|ont|ai|avons|cherch\w+|voudr\w+|aimer\w+|souhait\w+|(?:nous |lui |leur )?(?:faut
  |faudra\w*|manque\w*))\s+(?:aussi |encore |bien |toujours )?(?:besoin )?)?
`

/** A title of any sentence picked as a need or an offer: the thing, without who asks for it. */
export function thingTitle(page: NotesPage, piece: NotePiece): string {
  const said = bodyOf(piece)
  const lead = BEFORE_THING.exec(said.plain)?.[0].length ?? 0
  const short = titled(wanted(said.clear.slice(lead)), page.names)
  return short.length > 3 ? short : titled(said.clear, page.names)
}

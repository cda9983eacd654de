import { pattern, source } from '../../../core/pattern.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'

const URL = /\bhttps?:\/\/[^\s<>"«»]+|\bwww\.[^\s<>"«»]+/g
const POINTS_TO = pattern()`
  (?:lien(?:s)? vers (?:les? |la |l')?
  |voir (?:aussi )?(?:a ce sujet )?:?\s*(?:sur |le site |la page |l'article )?
  |plus d'infos? (?:sur|ici)?\s*:?|(?:exemple|article|site|video|doc(?:ument)?|source
  |page)\s*:)\s*
`
const WORK = source`
  livre|film|documentaire|guide|revue|podcast|article|reportage|brochure|site|emission|etude|bd
  |video|magazine|ouvrage|roman|manuel|dossier|tuto(?:riel)?|fiche|recit|passage|extrait|texte|conte
  |chanson|piece|album|essai|rapport|plaquette|depliant|livret|notice|memo|cahier|carnet|journal
  |numero|expo(?:sition)?|catalogue|memoire|these
`
/**
 * A work with its title in quotes, or with a capital after it; or told of by someone who saw it.
 */
const QUOTED_WORK = new RegExp(
  `\\b(?:${WORK})s?\\b[^«"“.;:,]{0,40}(?::\\s*)?[«"“]\\s*([^«»"“”]{3,120}?)\\s*[»"”]`,
  'g',
)
/** *lire « … »*, *« … », un livre de…*: a title told by a verb, or explained after. */
const TOLD_WORK = pattern('g')`
  \b(?:lire|relire|lit|lu|lue|ecoute|regarder|ecouter|voir|vu|vue|feuilleter|emprunter|acheter
  |conseille|recommande|signale|trouve|d'apres|dans|apporte|montre|projete
  |cite)\s*:?\s*(?:aussi |absolument |a tous )?(?:le |la |les |l'
  |un |une )?[«"“]\s*([^«»"“”]{3,120}?)\s*[»"”]
`
const EXPLAINED_WORK = new RegExp(
  `[«"“]\\s*([^«»"“”]{3,120}?)\\s*[»"”]\\s*(?:,|\\(|–|-|:)?\\s*(?:le |la |un |une |l'|petit ` +
    `|beau |son |ce )*(?:${WORK})\\b`,
  'g',
)
/** Papers that someone brought or kept: a map, a notice, plans. */
const AFTER_WORK = new RegExp(
  "\\b(?:d'apres|selon|dans|trouvee?s? dans|extraite?s? de|tiree?s? de) (?:le |la |les " +
    `|l'|un |une |ce )((?:${WORK})s?\\s(?:de|du|des|d'|sur)?\\b ?[^.;:!?(),]{3,60})`,
  'g',
)
const PAPERS = pattern('gu')`
  \b(?:a |ont )(?:rapporte|ramene|garde|retrouve|apporte|montre|fait passer|fait circuler|imprime
  |recupere|trouve|deniche
  |laisse) (?:de (?:la |l')?\p{L}+ |du \p{L}+ |de l'\p{L}+ |a tous |chez \p{L}+ )?(
  (?:une? |le |la |les |l'|des |son |ses )(?:vieille? |belle |petite? |bon(?:ne)? )?(?:cartes?
  |notices?|plans?|modeles?|cahiers?|fiches?|photos?|guides?|livres?|brochures?|journal|articles?
  |carnets?|statuts|chartes?|reglements?|schemas?|croquis|dessins?|documents?|dossiers?|videos?
  |films?|recettes?|methodes?|manuels?|exemples?)\b[^.;:!?()]{0,80})
`
/**
 * Others did it before: *l'école de Marsac, qui l'a fait l'an dernier*, *voir comment ils ont fait
 * à Crest*, *comme à Crest*.
 */
const DONE_THERE = pattern('u')`
  \b(?:voir|aller voir|regarder|demander|savoir|apprendre) comment (?:ils|elles|c'est|ca|on|font
  |fait|\p{L}+) .{0,30}?(?:a |au |aux |en |chez |dans )(?=\S)|\b(?:ils|elles) (?:ont|l'ont|le font
  |font ca|ont deja|l'ont deja) .{0,40}?\b(?:a |au |en )(?=\S)
`
const DID = pattern('u')`
  (?:\b(?:de|a|l'|la|le|les|du|au|des|aux|chez|visiter|rencontrer|contacter|appeler|inviter|voir
  |comme|et|que)\s?|^[^a-z]*
  |[.;:,–-]\s*)([^.;:,!?()]{3,60}?),? (?:qui |ils |elles |eux )?(?:(?:le fait|le font|fait pareil
  |font pareil)\b(?: deja| depuis| tres bien| aussi)?(?=[\s,.;:!(]|$)()|(?:l'a(?:vait)?|l'ont
  |l'avaient|en a|en ont|a deja|ont deja|s'y est
  |s'y sont) (?:deja |bien |aussi |tous |toutes )?(?:fait|faite|faites|mis|mise|monte|montee|teste
  |testee|essaye|essaie|reussi|construit|construite|installe|cree|lance
  |commence)\b)(?! (?:une? proposition|remarquer|le point))
`
const BARE_WORK = pattern('g')`
  \b(?:livre|film|documentaire|guide|revue|podcast|magazine|ouvrage|roman
  |bd)\s+(?:intitulee?\s+)?(?=\S)
`
const SEEN_WORK = new RegExp(
  '\\b(?:a (?:vu|lu|entendu|regarde|trouve)|signale|conseille|recommande|a (?:re)?voir|a ' +
    "lire|voir|fait circuler|cf\\.?)\\s+(?:aussi )?(?:un |une |le |la |l')?(?:bel |bon |petit " +
    `|super |tres (?:bel |bon ))?((?:${WORK})s?\\s(?:sur|de|du|des|d'|dans|a ` +
    'propos)\\b[^.;:!?()]{3,80})',
  'g',
)
const MODEL = pattern()`
  (?<![a-z])(?:(?:copier|imiter|reprendre|refaire|faire comme|s'inspirer de) ce que (?:fait|font
  |a fait|ont fait) (?:le |la |les |l')?|idees? (?:vue|venue|prise|piquee|reprise|tiree|entendue
  |trouvee|qui (?:vient|nous vient)|vient|nous vient|venait)e?s? (?:tout droit )?(?:de la |de l'
  |des |du |de |d'|a la |a l'|a |au |aux |chez |dans )|c'est parti (?:de la |de l'
  |des |du |de |d')|(?:copiee?|calquee?|pompee?|reprise?|pique) (?:sur|de
  |a) (?:ce que fait )?(?:la |le |les |l')?|vu (?:ca |cela )?(?:chez|a) (?=la |le |l')
  |sur le modele (?:de la |de l'|des |du |de |d')|s'inspir(?:er|ant|e) (?:de la |de l'
  |des |du |de |d')|inspiree?s? (?:de la |de l'|des |du |de |d'|par )|(?:reprendre|copier|imiter
  |suivre) l'idee (?:de la |de l'|des |du |de |d')|(?:cite|prend(?:re)?|voir|suivre|evoque
  |donne) l'exemple (?:de la |de l'|des |du |de |d')|(?:truc|chose|projet|endroit|lieu
  |experience) (?:qui (?:y )?ressemble a |semblable a |du meme genre a |pareil a )|(?:exemples?
  |modeles?) (?:vu|a (?:suivre|regarder|voir)|interessant|inspirant)?\s*:\s*
  |ce qui se fait (?:deja )?(?:a |au |aux |chez |dans )(?:la |le |l'|les )?
  |voir (?:les |des )?(?:photos|plans|images|videos) (?:de la |de l'|des |du |de |d')
  |\b(?:rappelle|signale|raconte|sait|note) qu'a (?=.{3,50} a (?:obtenu|ouvert|monte|cree|fait
  |reussi)\b)|a l'image (?:de la |de l'|des |du |de |d')|(?:sur|a) l'exemple (?:de la |de l'
  |des |du |de |d')|comme (?:ce que fait|ce qui se fait|ils font|ca se fait|a celui de|celui de
  |celle de) (?:la |le |l'|a |au |dans )?)
`

/**
 * Wikitext `[address label]` names what it leads to after the address; Markdown `[label](address)`
 * before it.
 */
function labelAfter(page: NotesPage, piece: NotePiece, after: number): string {
  const [from, to] = [piece.from, piece.from + after]
  const markdown = /\[([^\][\n]{3,120})\]\($/.exec(
    page.text.slice(Math.max(0, from - 2), page.text.lastIndexOf('](', to) + 2),
  )
  if (markdown && page.text.lastIndexOf('](', to) > from) return markdown[1]!
  const label = /^\s+([^\][\n]{3,120})\]/.exec(page.text.slice(to, to + 130))
  return label && /\[\s*https?:\/\/\S+$/.test(page.text.slice(Math.max(0, to - 400), to))
    ? label[1]!
    : ''
}

const FORMULA = /=?\b(?:hyperlink|lien_hypertexte|importxml|importdata|webservice)\(\s*"?$/i

function linked(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const all = [...piece.clear.matchAll(URL)]
  return all.flatMap((m, at): readonly FoundPiece[] => {
    // A formula of a spreadsheet is a trap more often than a link.
    if (FORMULA.test(piece.clear.slice(0, m.index))) return []
    const url = m[0].replace(/[).,;:!?…]+$/, '')
    const before = piece.clear.slice(at ? all[at - 1]!.index + all[at - 1]![0].length : 0, m.index)
    const lead = POINTS_TO.exec(piece.plain.slice(m.index - before.length, m.index))
    const named = before.slice(lead ? lead.index + lead[0].length : 0).replace(/[\s:(–>=-]+$/, '')
    const near = named.length > 90 ? (named.split(/[.:;!?…]\s+/).at(-1) ?? '') : named
    const title = titled(near, page.names)
    const label = labelAfter(page, piece, m.index + url.length)
    const fair =
      label.length > 3
        ? titled(label, page.names)
        : title.length >= 4 && title.length < 90 && !namedIn(near, page.names).length
          ? title
          : url
              .replace(/^https?:\/\/(?:www\.)?/, '')
              .split(/[?#]/)[0]!
              .replace(/\/$/, '')
              .slice(0, 90)
    return [
      {
        kind: 'reference',
        title: fair,
        fields: { title: fair, url: url.startsWith('www') ? `https://${url}` : url },
        from: piece.from + m.index,
        to: piece.from + m.index + url.length,
        certainty: 0.9,
        rule: 'reference.address',
      },
    ]
  })
}

type Work = Readonly<{ title: string; from: number; to: number }>

/** The ways in which notes name a work, the surest first: the first that finds one is believed. */
function works(piece: NotePiece): readonly Work[] {
  for (const ways of [quotedWorks, toldWork, papers, afterWorks, bareWorks, itemWork, seenWorks]) {
    const found = ways(piece)
    if (found.length) return found
  }
  return []
}

/** What a pattern's group holds, as it was written: the last part of the match. */
function ending(piece: NotePiece, m: RegExpExecArray): Work {
  const from = m.index + m[0].length - m[1]!.length
  return {
    title: piece.clear.slice(from, from + m[1]!.length),
    from: m.index,
    to: m.index + m[0].length,
  }
}

const quotedWorks = (piece: NotePiece): readonly Work[] =>
  [...piece.plain.matchAll(QUOTED_WORK)].map(m => {
    const from = m.index + m[0].lastIndexOf(m[1]!)
    return {
      title: piece.clear.slice(from, from + m[1]!.length),
      from: m.index,
      to: m.index + m[0].length,
    }
  })

function toldWork(piece: NotePiece): readonly Work[] {
  if (!/[«"“]/.test(piece.plain)) return []
  const told = [TOLD_WORK, EXPLAINED_WORK]
    .flatMap(pattern => [...piece.plain.matchAll(pattern)])
    .filter(m => !SAYING.test(m[1]!))
  return told.slice(0, 1).map(m => {
    const from = m.index + m[0].indexOf(m[1]!)
    return {
      title: piece.clear.slice(from, from + m[1]!.length),
      from: m.index,
      to: m.index + m[0].length,
    }
  })
}

const papers = (piece: NotePiece): readonly Work[] =>
  [...piece.plain.matchAll(PAPERS)].map(m => {
    const work = ending(piece, m)
    return { ...work, title: work.title.split(/,\s|\s(?:qui|que|dont|pour|où)\s/)[0]! }
  })

const afterWorks = (piece: NotePiece): readonly Work[] =>
  [...piece.plain.matchAll(AFTER_WORK)]
    .filter(m => !/^(?:cahier|texte|piece|journal de bord)/.test(m[1]!))
    .map(m => ending(piece, m))

const bareWorks = (piece: NotePiece): readonly Work[] =>
  [...piece.plain.matchAll(BARE_WORK)].flatMap(m => {
    const from = m.index + m[0].length
    const title = /^\p{Lu}[^,.;:!?()«"]{3,80}/u
      .exec(piece.clear.slice(from, from + 90))?.[0]
      .split(/\s{2,}|\s(?:que|qui|dont|est|à)\s/)[0]
    return title ? [{ title, from: m.index, to: from + title.length }] : []
  })

/** An item of a list that is a work by its first words: *un bel article sur les haies*. */
const ITEM = pattern()`
  ^[^a-z]*(?:un |une |le |la |l'|ce )?(?:bel |bon |petit )?(?:article|reportage|documentaire
  |emission|livre|film|brochure|podcast|video|site|revue|guide|tuto|charte|statuts|modele)s? (?:de
  |du|des|d'|dans|sur|paru)\b
`
const itemWork = (piece: NotePiece): readonly Work[] =>
  piece.block.mark !== '' && ITEM.test(piece.plain) && piece.clear.length < 160
    ? [{ title: piece.clear.split(/[.;!?]\s/)[0]!, from: 0, to: piece.clear.length }]
    : []

const seenWorks = (piece: NotePiece): readonly Work[] =>
  [...piece.plain.matchAll(SEEN_WORK)].map(m => {
    const work = ending(piece, m)
    return { ...work, title: work.title.split(/,\s*["«]/)[0]! }
  })

/** Said, not written: no title. */
const SAYING = /\b(?:on|je|j'|nous|vous|tu|c'est|faut)\b.*[.!?]$/

/**
 * Somewhere else has the like: *vu à Ambert : …*, *comme à Crest, où…*, *il existe la même chose à
 * Langeac*.
 */
const ALIKE = pattern()`
  ^[^a-z]*(?:deja )?vue?s? (?:a|au|en|chez|dans|sur) ()|^[^a-z]*()comme (?:a|au|en|chez) (?=[a-z])
  |^[^a-z]*()cf\.? (?=[a-z])|^[^a-z]*(?:a|au|en|chez) ()(?=[a-z-]{3,}(?: [a-z-]+)?,? (?:ils
  |elles) (?:ont|font|l'ont))|\bcomme (?:a|au|en|chez) ()(?=[a-z][^,.;]{1,40},? (?:ou|ils|elles
  |on y|ca|qui|c'est))|\b(?:la meme chose|le meme (?:systeme|genre|principe)
  |quelque chose (?:comme ca|de semblable|du genre)|(?:existe|marche|se fait
  |fonctionne) (?:deja |tres bien )?)(?: de semblable| du genre)? (?:a|au|en|chez
  |dans) ()(?=[a-z])|\b(?:(?:bon|bel|beau|super) (?:exemple|modele)|(?:sert|servir
  |comme) (?:de |d')?(?:modele|exemple)|(?:peut|pourrait|pourraient) nous inspirer|(?:tres
  |assez) (?:convaincant|inspirant|parlant))e?s?\b|^[^a-z]*visites? (?:faite )?(?:a|au|de|du
  |d') ?(?:la |l')?()(?=[a-z].{3,60}(?:convainc|inspir|interess|exemple|impress|a refaire))
  |\b(?:pareil|semblable|similaire|identique|comparable|du meme genre|a copier|a imiter
  |dans le meme esprit)e?s?\b
`

const PLACE_NAME = pattern('u')`
  ^(?:la |le |l'|les )?\p{Lu}[\p{L}'’-]*(?:[ -](?:(?:de|du|sur|sous|en|le|la
  |les)[ -])?\p{Lu}[\p{L}'’-]*)*
`

function doneThere(piece: NotePiece): readonly { title: string; from: number; to: number }[] {
  if (piece.block.heading) return []
  const there = DONE_THERE.exec(piece.plain)
  if (there) {
    const from = there.index + there[0].length
    const name = PLACE_NAME.exec(piece.clear.slice(from))?.[0]
    return name ? [{ title: name, from: there.index, to: from + name.length }] : []
  }
  const alike = ALIKE.exec(piece.plain)
  if (alike) {
    const from = alike.slice(1).some(group => group !== undefined)
      ? alike.index + alike[0].length
      : 0
    const name = piece.clear
      .slice(from)
      .replace(/^[^\p{L}]*/u, '')
      .split(/[.;!?]|\s(?:où|qui)\s/)[0]!
    if (/\p{Lu}/u.test(name.slice(1)) || /^\p{Lu}/u.test(name))
      return [{ title: name, from, to: piece.clear.length }]
  }
  const did = /\b(?:l'a|l'ont|pareil|le fait|le font|en a|en ont|deja|s'y)\b/.test(piece.plain)
    ? DID.exec(piece.plain)
    : null
  if (!did) return []
  const from = did.index + did[0].indexOf(did[1]!)
  const name = piece.clear.slice(from, from + did[1]!.length)
  return /\p{Lu}/u.test(name) ? [{ title: name, from, to: did.index + did[0].length }] : []
}

const PRONOUN = /^(?:Elles?|Ils?|On|Nous|Vous|Cela|Celui|Celle|Ceux)$/
export function referencesOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const links = linked(page, piece)
  if (links.length) return links
  const found: FoundPiece[] = []
  const add = (
    raw: string,
    from: number,
    to: number,
    [rule, certainty]: readonly [string, number],
  ) => {
    const title = titled(raw, page.names)
    if (title.length > 3 && !PRONOUN.test(title))
      found.push({
        kind: 'reference',
        title,
        fields: { title },
        from: piece.from + from,
        to: piece.from + to,
        certainty,
        rule,
      })
  }
  if (
    (piece.section === 'references' || piece.label === 'references') &&
    !piece.block.heading &&
    (piece.block.mark
      ? piece.clear.length < 300
      : (piece.whole && piece.clear.length < 120 && !/[.!?]$/.test(piece.clear)) ||
        (piece.labelled > 0 && piece.clear.length < 200))
  )
    add(piece.clear.slice(piece.labelled), 0, piece.clear.length, ['reference.listed', 0.75])
  else for (const w of works(piece)) add(w.title, w.from, w.to, ['reference.work', 0.75])
  const model = found.length ? null : MODEL.exec(piece.plain)
  if (model)
    add(
      piece.clear
        .slice(model.index + model[0].length)
        .split(/[.;:!?)]|\s(?:qui|que|où|car|mais|avec|pour)\s/)[0]!,
      model.index,
      piece.clear.length,
      ['reference.model', 0.6],
    )
  if (!found.length)
    for (const w of doneThere(piece)) add(w.title, w.from, w.to, ['reference.there', 0.62])
  return found
}

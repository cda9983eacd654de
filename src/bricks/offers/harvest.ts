import type { GleanPage, Piece } from '../../core/glean/page.ts'
import type { Found, HarvestRule } from '../../core/glean/rule.ts'
import { titled } from '../../core/glean/title.ts'

/** The French of what is wanted and of what is offered; every pattern reads plain text. */
const NEED =
  /(?:\b(?:on|nous|il nous|il|elle|ils|qui) )?\b(?:(?:on|il|nous|ca) (?:nous )?manqu(?:e|ons|ent|era|ait)(?: (?:encore|toujours|cruellement|aussi))?(?: (?=d[eu'])| (?=un|des|\d))|manqu(?:e|ons) (?=d[eu'])|manque (?=d[eu'] ?)|(?:a|avons|avoir|aurait|aurions|ont|auraient|auront|aura) (?:aussi |vraiment |encore |toujours )?besoin (?=d[eu'])|besoins? (?=d[eu'])|(?:re)?cherch(?:e|ons|ent) (?:(?:toujours|encore|aussi|activement|quelqu'un|des?|un|une|du|\d+)\b ?)|est a la recherche (?=d)|sommes a la recherche (?=d)|a la recherche (?=d)|il (?:nous )?faut (?:encore |aussi )?(?=(?:un|une|des|du|de la|plus|deux|trois|quatre|cinq|six|au moins|\d+)\b)|il (?:nous )?faudrait (?:encore |aussi |peut-etre )?(?=(?:un|une|des|du|de la|plus|deux|trois|quatre|cinq|six|quelqu'un|au moins|\d+)\b|(?:trouver|recruter|avoir|chercher)\b)|(?:reste|il reste|il faut|faut) (?:a |encore a )?(?=trouver|recruter)|a trouver\s*:?|appel (?:a|aux) (?=benevoles|volontaires|dons|candidat|idees|materiel)|pas assez (?=d[eu'])|(?:il n'y a|n'a|n'avons|avons|y a|on a) plus (?=d[eu'])|(?:il n'y a|il y a|on n'a|on a|n'avons) (?:pas|aucune?) (?=d'|de |[a-z]+ pour)|personne (?:ne )?(?:pour|s'occupe)|qui (?:peut|pourrait|aurait|a|saurait|veut|voudrait|connait) (?=.{3,120}\?))/
/** What is bare at the beginning of a title or of an item. */
const NEED_FIRST = /^(?:[^a-z]*)(?:pas (?:assez )?(?=d[eu'])|aucun(?:e)? |plus (?=d[eu'])|besoins? (?=d[eu'])|manque (?=d[eu'])|(?:re)?cherch(?:e|ons|ent) |(?:re)?cherche\s*:|a trouver\s*:?|urgent\s*:|appel (?:a|aux) )/
/** The first words of what is wanted, taken away from its title. */
const NEED_LEAD = /^(?:trouver |recruter |avoir |chercher |de la (?=[a-z])|de l'|du |des (?=[a-z])|de |d'|quelqu'un (?=pour|qui)\b)?/

const OFFER =
  /\b(?:(?:peu(?:t|vent)|peux|pourra(?:it|ient)?|pouvons|propos(?:e|ent|ons|ait) de(?: nous)?|propos(?:e|ent) aussi de|est pret(?:e)? a|sont pret(?:e)?s a|s'engage a|serait d'accord pour|est d'accord pour|veut bien|veulent bien|accepte(?:nt)? de|offre de|se propose(?:nt)? (?:de|pour)) (?:(?:nous|lui|leur|en|y|aussi|toujours|les?|la|l')[ ']?)*(?:d')?(preter|donner|fournir|apporter|amener|mettre a (?:notre |la )?disposition|partager|heberger|accueillir|offrir|vendre|louer|echanger|transporter|covoiturer|aider|montrer|former|initier|stocker|nous (?:preter|donner)|ceder|laisser|depanner|livrer|imprimer)|(?:met|mettent|mettra|mettrait|mettons|mise?s?) (?:a (?:notre |la )?disposition|gratuitement a disposition)|(pret(?:e|ent|era)|donn(?:e|ent|era)|offr(?:e|ent|ira)|fourni(?:t|ssent|ra)|heberg(?:e|era)|cede(?:ra)?|ced(?:e|era)) (?=(?:un|une|des|du|de la|son|sa|ses|leur|leurs|notre|nos|volontiers|gratuitement|\d+|deux|trois|quatre)\b)|(?:a|ont|ai|avons|dispose(?:nt)? d'?e?) .{2,60}?\b(?:a (donner|preter|vendre|partager|echanger|ceder|disposition)|en (trop|rab|surplus))\b|a (donner|preter|vendre|ceder)\b|(?:grosses?|grandes?|bonnes?) quantites?|(?:surplus|stock|excedents?) d[eu']|(?:dispose(?:nt)?|disposons) d['eu])/
const MODES: readonly (readonly [RegExp, string, string])[] = [
  [/pret/, 'lend', 'À prêter'],
  [/donn|offr|ced/, 'give', 'À donner'],
  [/vend/, 'sell', 'À vendre'],
  [/lou/, 'rent', 'À louer'],
  [/echang/, 'exchange', 'À échanger'],
  [/covoitur|transport/, 'ride', 'Transport'],
  [/aid|montr|form|init|depann/, 'hand', 'Coup de main'],
  [/partag|disposition|heberg|accueil|stock/, 'share', 'À disposition'],
]

const QUIET = ['present', 'excused', 'absent', 'agenda', 'context', 'author', 'references', 'dates']
const quiet = (piece: Piece) => QUIET.includes(piece.section) && piece.label !== 'needs' && piece.label !== 'offers'
const STOP = /[.;!…]|\s=+>|\s→|\s\((?=[^)]*$)|,? (?:mais|car|sinon|donc|parce que|puisque)\s/

const clauseOf = (clear: string) => {
  const cut = STOP.exec(clear)
  return cut && cut.index > 8 ? clear.slice(0, cut.index) : clear
}
const isItem = (piece: Piece, kind: string) => (piece.section === kind || piece.label === kind) && !piece.block.heading && piece.plain.replace(/[^a-z]/g, '').length > 3

function needOf(page: GleanPage, piece: Piece): Found | undefined {
  const said = { clear: piece.clear.slice(piece.labelled), plain: piece.plain.slice(piece.labelled) }
  const item = isItem(piece, 'needs')
  const first = NEED_FIRST.exec(said.plain)
  const cue = first ?? (piece.block.heading ? null : NEED.exec(said.plain))
  if (!cue && !item) return undefined
  if (piece.block.heading && piece.block.announces !== '' && !first) return undefined
  const kept = cue && !/^(?:[^a-z]*)(?:pas|plus|aucun)/.test(cue[0]) && !/qui /.test(cue[0]) ? said.clear.slice(cue.index + cue[0].length - (/(?:un|une|des?|du|\d+|quelqu'un) $/.exec(cue[0])?.[0].length ?? 0)) : /qui /.test(cue?.[0] ?? '') ? said.clear.slice(cue!.index) : said.clear
  const low = kept.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
  const lead = NEED_LEAD.exec(low)?.[0].length ?? 0
  const title = titled(clauseOf(low.length === kept.length ? kept.slice(lead) : kept.replace(/^(?:trouver|recruter|avoir|chercher|de la|de l'|du|des|de|d')\s?/i, '')), page.names)
  if (title.length < 3) return undefined
  return { kind: 'need', title, fields: { title, state: 'open' }, from: piece.from + (cue && !item ? cue.index + piece.labelled : 0), to: piece.to, certainty: piece.label === 'needs' ? 0.95 : item ? 0.86 : 0.82 }
}

function offerOf(page: GleanPage, piece: Piece): Found | undefined {
  if (piece.block.heading) return undefined
  const said = { clear: piece.clear.slice(piece.labelled), plain: piece.plain.slice(piece.labelled) }
  const item = isItem(piece, 'offers')
  const cue = OFFER.exec(said.plain)
  if (!cue && !item) return undefined
  const verb = cue?.slice(1).find(Boolean) ?? cue?.[0] ?? ''
  const mode = MODES.find(([pattern]) => pattern.test(verb))
  const rest = cue ? said.clear.slice(cue.index + cue[0].length) : said.clear
  const own = cue && /^(?:a|ont|ai|avons)\b/.test(cue[0]) ? said.clear.slice(cue.index, cue.index + cue[0].length).replace(/^\S+\s+/, '').replace(/\s(?:à|en)\s\S+$/, '') : ''
  const bareQuantity = cue && /quantite|surplus|stock|excedent/.test(cue[0])
  const thing = bareQuantity ? said.clear.slice(cue.index) : (own || clauseOf(rest)).replace(/^\s*(?:à|au|aux)?\s*(?:disposition)?\s*(?:de (?:l'|la )?(?:association|asso|groupe|tous)\s)?(?:son|sa|ses|leurs?)\s/i, '').replace(/^\s*:?\s*/, '')
  const named = titled(thing, page.names)
  const title = mode && cue && !bareQuantity && named.length > 2 ? titled(`${mode[2]} : ${named.charAt(0).toLowerCase()}${named.slice(1)}`, page.names) : named || titled(said.clear, page.names)
  if (title.length < 4) return undefined
  return { kind: 'offer', title, fields: { title, state: 'lead', ...(mode ? { mode: mode[1] } : {}) }, from: piece.from, to: piece.to, certainty: piece.label === 'offers' ? 0.95 : item ? 0.86 : 0.87 }
}

/** Needs and offers in the notes of a meeting. What is offered there is a lead: nothing is promised before the person agrees. */
export const offersHarvest: HarvestRule = {
  kinds: ['need', 'offer'],
  find: page =>
    page.pieces.flatMap(piece => {
      if (quiet(piece)) return []
      const [need, offer] = [needOf(page, piece), offerOf(page, piece)]
      return [...(need ? [need] : []), ...(offer ? [offer] : [])]
    }),
}

import { pattern } from '../../../core/pattern.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { type Names, namedIn } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'
import {
  ABLE,
  BY_PRONOUN,
  FREE,
  GIVER,
  GIVES_BARE,
  HAS,
  LEFT,
  OFFERS,
  PASSIVE,
  PAYS,
  WILLING,
} from './harvest-giving.ts'
import { isPromised } from './harvest-promised.ts'
import { rideOf } from './harvest-rides.ts'
import { bodyOf, type ClearedText, clauseOf, first, inQuotes, isItem } from './harvest-said.ts'

const MODES: readonly (readonly [RegExp, string, string])[] = [
  [/^pret/, 'lend', 'À prêter'],
  [/^(?:donn|offr|ced)/, 'give', 'À donner'],
  [/^vend/, 'sell', 'À vendre'],
  [/^lou/, 'rent', 'À louer'],
  [/^echang/, 'exchange', 'À échanger'],
  [/^(?:covoitur|transport)/, 'ride', 'Transport'],
  [/^(?:aid|montr|form|init|depann)/, 'hand', 'Coup de main'],
  [/^(?:partag|a .*disposition|mettre|heberg|accueil|stock|laiss)/, 'share', 'À disposition'],
]

type Offered = Readonly<{ verb: string; thing: string; rule?: string }>

const givesHere = (subject: string, names: Names) => {
  const last = subject.split(/[.;:]\s|,\s(?:mais|et)\s/).at(-1)!
  return (
    namedIn(last, names).length > 0 ||
    GIVER.test(plainOf(last)) ||
    /^[^\p{L}]*(?:L[ae]s? |L')?\p{Lu}[\p{L}'-]+ (?:\p{Lu}|d)/u.test(last)
  )
}

/** No verb of giving: what costs nothing, what is left to take, what a body pays. */
function unsaid(said: ClearedText, names: Names): Offered | undefined {
  const free = FREE.exec(said.plain)
  if (
    free &&
    givesHere(said.clear.slice(0, free.index), names) &&
    !/\?\s*$|\b(?:entree|acces|(?<!demi-)tarif|adhesion|cotisation)\b/.test(said.plain)
  )
    return { verb: '', thing: said.clear }
  const sold = /\s(?:est |sont )?mise?s? en vente\b/.exec(said.plain)
  if (sold) return { verb: 'vend', thing: said.clear.slice(0, sold.index) }
  const left = LEFT.exec(said.plain)
  if (left && !WANTED.test(said.plain.slice(0, left.index)))
    return { verb: left[1]!, thing: said.clear.slice(0, left.index) }
  const bare = GIVES_BARE.exec(said.plain)
  if (bare && GIVER.test(plainOf(said.clear.slice(0, bare.index))))
    return { verb: bare[1]!, thing: said.clear.slice(bare.index + bare[0].length) }
  const pays = PAYS.exec(said.plain)
  const isPast = pays && /^\p{L}+é(?:e|s|es)?\s/u.test(said.clear.slice(pays.index))
  if (pays && !isPast && givesHere(said.clear.slice(0, pays.index), names))
    return { verb: '', thing: said.clear.slice(pays.index) }
  return undefined
}

/**
 * *La ferme peut livrer…*, *Noé sait souder*: someone who gives stands before the verb, and nothing
 * is asked.
 */
function ableTo(said: ClearedText, names: Names): RegExpExecArray | undefined {
  const m = ABLE.exec(said.plain)
  if (
    !m ||
    /\?\s*$/.test(said.plain) ||
    /\b(?:on|nous|qui|quelqu'un|personne|si|ne|n'|pas|que|qu')\W*$/.test(
      said.plain.slice(0, m.index),
    )
  )
    return undefined
  const subject = said.clear
    .slice(0, m.index)
    .split(/[.;:]\s|,\s(?:mais|et)\s/)
    .at(-1)!
  return namedIn(subject, names).length || GIVER.test(plainOf(subject)) ? m : undefined
}

function willing(said: ClearedText): RegExpExecArray | undefined {
  const m = WILLING.exec(said.plain)
  return m &&
    GIVER.test(said.plain.slice(0, m.index)) &&
    !/\b(?:bureau|conseil|assemblee|ca|ils?|elles?)\b/.test(said.plain.slice(0, m.index))
    ? m
    : undefined
}

/** *J'ai besoin d'une remorque à donner*: it is wanted. */
const WANTED = pattern()`
  \b(?:besoin|envie|cherch(?:e|ons|ent))\b(?:(?! (?:et|mais|donc|alors) )[^,;:.(])*$
`

function offerIn(said: ClearedText, names: Names): Offered | undefined {
  const pronoun = BY_PRONOUN.exec(said.plain)
  if (pronoun && !inQuotes(said, pronoun.index)) {
    const has = HAS.exec(said.plain.slice(0, pronoun.index))
    return {
      verb: pronoun[1]!,
      thing: said.clear
        .slice(has ? has.index + has[0].length : 0, pronoun.index)
        .split(/,?\squi\s|,\s(?=$)/)[0]!
        .replace(/[\s,;]+$/, ''),
    }
  }
  const cue = first(OFFERS, said.plain) ?? ableTo(said, names) ?? willing(said)
  // *« La grêle, on la partage »*: said, not given.
  if (cue && inQuotes(said, cue.index)) return undefined
  if (!cue) {
    const left = unsaid(said, names)
    return left && { ...left, rule: 'unsaid' }
  }
  if (
    /\b(?:(?:ne|n') ?|(?:chacune?|tout le monde|les gens) )$/.test(said.plain.slice(0, cue.index))
  )
    return undefined
  const verb = cue[1] ?? ''
  if (WANTED.test(said.plain.slice(0, cue.index + cue[0].length))) return undefined
  if (isOver(said, cue) || ASKED_WHETHER.test(said.plain.slice(0, cue.index))) return undefined
  const own = HAS.exec(cue[0])
  if (
    /^(?:donner|preter|vendre|partager|echanger|ceder|trop|rab|surplus|double)$/.test(verb) &&
    own &&
    own.index === 0
  )
    return {
      verb,
      thing: said.clear
        .slice(cue.index + own[0].length, cue.index + cue[0].length)
        .replace(/\s(?:à|en)\s\S+$/, ''),
    }
  if (
    /^(?:en )?f(?:ai|on|er)/.test(cue[0]) &&
    verb === '' &&
    /^(?:pour|gra|bene|contre|a prix|au prix)/.test(said.plain.slice(cue.index + cue[0].length))
  )
    return { verb: '', thing: said.clear }
  if (/quantite|surplus|stock|excedent/.test(verb))
    return { verb: '', thing: said.clear.slice(cue.index) }
  if (
    /^(?:le |la |les |l')?etre (?:pret|lou|donn|emprunt|vend|mis)/.test(
      said.plain.slice(cue.index + cue[0].length - verb.length).trimStart(),
    ) ||
    PASSIVE.test(cue[0])
  )
    return { verb, thing: said.clear.slice(0, cue.index) }
  // *prêtés par le comité*, *libre, on la propose*: so is it there.
  if (/\bpar $|\b(?:la|le|les) propos/.test(cue[0]) && cue.index > 3)
    return {
      verb: cue[0],
      thing: said.clear
        .slice(0, cue.index)
        .replace(
          /(?:,\s|\s:\s).*$|\s(?:est|sont|a été|ont été|seront|sera|serai(?:t|ent))\s*$/u,
          '',
        ),
    }
  const within = /^(?:.*\b)?met\S* (.{2,60}?)\s?a (?:notre |la )?disposition$/.exec(cue[0])
  const after = within
    ? said.clear.slice(
        cue.index + cue[0].indexOf(within[1]!),
        cue.index + cue[0].indexOf(within[1]!) + within[1]!.length,
      )
    : said.clear.slice(cue.index + cue[0].length)
  return {
    verb,
    thing: clauseOf(after)
      .replace(/^\s*:?\s*/, '')
      .replace(/^(?:son|sa|ses|leurs?)\s/i, ''),
  }
}

/** *Il a encore laissé ses chiens*: what was done is offered no more. *Quantité* is no verb. */
function isOver(said: ClearedText, cue: RegExpExecArray): boolean {
  const at = cue.index + cue[0].indexOf(cue[1] ?? '')
  const word = said.clear.slice(at, at + (cue[1] ?? '').length)
  return /^(?!quantit)\p{L}+é(?:e|s|es)?$/iu.test(word)
}

/** Somebody stands before a plain verb of giving. */
const GIVEN =
  /\b(?:pret(?:e|ent|er|era)|donn(?:e|ent|er|era)|offr(?:e|ent|ir)|fourni|mise? a|met)\b/
function isGiven(said: ClearedText, names: Names): boolean {
  const verb = GIVEN.exec(said.plain)
  const subject = verb ? said.clear.slice(0, verb.index) : ''
  return givesHere(subject, names) || /\p{L}[^.;:!?]*\s\p{Lu}\p{L}/u.test(subject)
}

function offerTitle(offered: Offered, said: ClearedText, page: NotesPage): string {
  const mode = MODES.find(([pattern]) => pattern.test(offered.verb))
  const named = titled(
    /^garder$/.test(offered.verb) ? `garder ${offered.thing.trim()}` : offered.thing,
    page.names,
  )
  if (named.length < 3) return titled(said.clear, page.names)
  return mode
    ? titled(
        `${mode[2]} : ` +
          `${/^[A-ZÀ-Ý]{2}/.test(named) ? named : named.charAt(0).toLowerCase() + named.slice(1)}`,
        page.names,
      )
    : named
}

/**
 * *Manu offre les planches et Jojo prête sa camionnette*: each subject with a capital begins an
 * offer of its own.
 */
function clausesOf(said: ClearedText): readonly ClearedText[] {
  const cuts = [
    ...said.clear.matchAll(/(?:,\s|\s)et\s(?=(?:aussi\s)?(?:\p{Lu}[\p{L}'-]+|il|elle)\s)|;\s/gu),
  ].filter(
    m => first(OFFERS, said.plain.slice(0, m.index)) && first(OFFERS, said.plain.slice(m.index)),
  )
  if (!cuts.length) return [said]
  const edges = [0, ...cuts.map(m => m.index), said.clear.length]
  return edges.slice(1).map((to, at) => ({
    clear: said.clear.slice(edges[at]!, to).replace(/^[,;\s]*(?:et\s)?/, ''),
    plain: said.plain.slice(edges[at]!, to).replace(/^[,;\s]*(?:et\s)?/, ''),
  }))
}

/** Half a sentence: the thing itself stood before the verb, or is no thing. */
const HALF = pattern()`
  ^[^a-z]*(?:jusqu|lieu\b|bien\b|que\b|qu'|qui\b|si\b|comme\b|parce|pour\b|par\b|dans\b
  |sur\b|chez\b|et\b|ou\b|la mieux|le mieux|encore\b)
`

/** What is only imagined is offered by nobody yet. */
const ONLY_IDEA = pattern()`
  ^[^a-z]*(?:une |autres? )?(?:pistes?|idees?|suggestions?)\s*:|\b(?:on|nous) pourr(?:ait|ions)\b
  |\bl'idee d
`
/** *Demander au maire s'il est prêt à…*: offered by nobody yet. */
const ASKED_WHETHER = pattern()`
  \b(?:demand\w+|voir|savoir|verifi\w+|sonder|se renseigner)\b[^;]{0,60}?\bs(?:'ils?|'elles?|i)[ ]
  [^,;]{0,40}$
`
/** *Qui aurait une échelle à prêter ?* asks; *est-ce que* does without its mark too. */
const ASKS = pattern()`
  (?:^|[,.:;!] ?)(?:et |mais |bonsoir |bonjour |salut )*(?:qui|quelqu'un|qqn|personne
  |y a-t-il|y a t il|y aurait-il)\b.*\?
  |(?:^|[,.:;!] ?)(?:et |mais |bonsoir |bonjour |salut )*est[ -]ce qu(?:e\b|')
  |\b(?:peut|pourrait|serait|seraient|veut|voudrait|peuvent|pourraient)-(?:il|elle|ils|elles|on)\b
`

export function offersOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const ride = rideOf(page, piece)
  if (ride) return [ride]
  if (piece.block.heading || ONLY_IDEA.test(piece.plain) || ASKS.test(piece.plain)) return []
  const said = bodyOf(piece)
  const clauses = BY_PRONOUN.test(said.plain) ? [said] : clausesOf(said)
  return clauses.flatMap(clause => offerOf(page, piece, clause) ?? [])
}

function offerOf(page: NotesPage, piece: NotePiece, said: ClearedText): FoundPiece | undefined {
  const item = isItem(piece, 'offers')
  const offered = offerIn(said, page.names)
  const rule = offered?.rule ?? (offered && isGiven(said, page.names) ? 'gives' : 'told')
  if (!offered && !item) return undefined
  const title = offered ? offerTitle(offered, said, page) : titled(said.clear, page.names)
  if (title.length < 4 || (!item && HALF.test(plainOf(offered?.thing ?? '')))) return undefined
  const mode = MODES.find(([pattern]) => offered && pattern.test(offered.verb))
  const state = isPromised(said, page.names) ? 'firm' : 'lead'
  return {
    kind: 'offer',
    title,
    fields: { title, state, ...(mode ? { mode: mode[1] } : {}) },
    from: piece.from,
    to: piece.to,
    certainty: piece.label === 'offers' ? 0.95 : offered ? (item ? 0.9 : 0.87) : 0.72,
    rule: item ? 'offer.listed' : `offer.${rule}`,
  }
}

import { pattern, source } from '../../../core/pattern.ts'
import { type Names, namedIn } from '../../../text/harvest/private.ts'
import type { ClearedText } from './harvest-said.ts'

/** What is only thought, heard of others, or hangs on something: nobody promised it. */
const HEARD = pattern()`
  \b\w+r(?:ait|aient|ais|ions|iez)\b|\b(?:peut[ -]etre|eventuellement|sans doute|possible
  |dit qu(?:e\b|')|disent qu(?:e\b|')|parait|il (?:me )?semble|connai\w+|conna\w+ quelqu
  |a (?:voir|confirmer|verifier|demander)|sous reserve|si (?:besoin|possible|on|le|la|les|elle
  |ils?)|s'ils?|son (?:voisin|frere|pere|oncle|cousin|beau\S*|patron|mari)|sa (?:voisine|soeur|mere
  |cousine|belle\S*|femme)|cro(?:is|it|yons|ient)|pense(?:nt)?|pensons|suppos(?:e|ent|ons)
  |imagin(?:e|ent|ons)|esper(?:e|ent|ons)|dout(?:e|ent|ons)|entendu|appris|compris que
  |(?:lu|vu|note) que|(?:a|ont|avait) dit|on dit|raconte\w*|selon|d'apres|apparemment
  |probablement|surement|normalement|sauf (?:erreur|imprevu)|pourquoi pas)\b|\?\s*$
`

/** Forms of the verbs of giving that the giver says of now. */
const GIVES_I = source`
  (?:(?:pret|donn|fil|laiss|heberg|ced|partag|propos|echang|transport|covoitur|aid|montr|form|initi
  |stock|depann|livr|gard|financ|anim|assur|imprim|lou|apport|amen|ramen)e(?:r|rai)?
  |(?:offr|accueill)(?:e|ir|irai)|fourni(?:s|r|rai)|vend(?:s|re|rai)|met(?:s|tre|trai)
  |appren(?:ds|dre|drai)|tiens|fais don)\b
`
/** *J'en donne pas*, *je prête plus ma remorque*; *pas mal de*, *plus de 30* deny nothing. */
const NOT = source`(?:pas(?! mal\b)|plus(?! d(?:e\b|'))|jamais|rien|guere|aucune?)\b`
const PRONOUNS = "(?:(?:vous|nous|te|leur|lui|les?|la|l'|en|y|aussi|bien|volontiers) ?)*"
const AGREES = source`
  (?:(?:peux|pourrai|vais|veux bien|accepte de|propose (?:aussi )?(?:de|d')|m'engage a
  |suis (?:d'accord|partante?|volontaire|ok) pour|suis prete? a) ?)?
`
const THING_TO_GIVE = source`
  [^,;:.]{2,70}?\b(?:a (?:preter|donner|vendre|partager|echanger|ceder|offrir|louer|disposition)
  |en (?:trop|rab|surplus|double)|disponibles?|qui ne (?:me )?ser(?:t|vent))\b
`
/** *Je prête*, *j'ai 40 chaises à prêter*: the giver is who says it; *que je prête* is told. */
const SAYS_I = new RegExp(
  source`
    (?<![a-z'])(?<!\b(?:que|qu'|si|quand|comme) )(?:(?:je |j' ?)${PRONOUNS}${AGREES}${PRONOUNS}
    ${GIVES_I}(?! ${NOT})
    |j'? ?ai (?:aussi |encore |toujours )?(?=(?:une?|des|du|de la|de l'|mon|ma|mes|plein|beaucoup
    |pas mal|quelques|plusieurs|trop|\d+|deux|trois|quatre|cinq|six|dix)\b)${THING_TO_GIVE})
  `,
)

const PLAINLY = pattern()`
  \b(?:pret(?:e|ons|ent)|donn(?:e|ons|ent)|offr(?:e|ons|ent)|fourni(?:t|s|ssons|ssent)|vend(?:s|ons
  |ent)?|lou(?:e|ons|ent)|file|apport(?:e|ons|ent)|amen(?:e|ons|ent)|laiss(?:e|ons|ent)|hebergent?
  |heberge|cede|me(?:t|ts|ttons|ttent)|partag(?:e|eons|ent)|propos(?:e|ons|ent)|(?:ai|a|avons|ont)
  \b.{2,70}?\ba (?:preter|donner|vendre|partager|echanger|ceder|offrir))\b
`
/** *Luc ne donne*, *Marie n'a plus de*: so is it told what nobody gives. */
const DENIED = /\b(?:n'|ne (?:nous |vous |leur |lui |l'|les? |la |en )?)$/
const DENIES = new RegExp(`^[a-z]+ ${NOT}`)

/**
 * A promise: the giver says it of themselves, or the notes name who gives it; nothing of it is a
 * maybe, and nobody speaks for somebody else.
 */
export function isPromised(said: ClearedText, names: Names): boolean {
  if (HEARD.test(said.plain)) return false
  if (SAYS_I.test(said.plain)) return true
  const cue = PLAINLY.exec(said.plain)
  if (!cue || DENIES.test(said.plain.slice(cue.index))) return false
  const before = said.plain.slice(0, cue.index)
  if (DENIED.test(before) || /\bqu(?:e\b|')/.test(before)) return false
  const subject = said.clear.slice(0, cue.index).trim()
  const isOne = /^(?!(?:On|Il|Elle|Ils|Elles|Qui|Cela)$)\p{Lu}\p{Ll}+$/u.test(subject)
  return isOne || (namedIn(subject, names).length > 0 && /^[^,;:]*$/.test(subject))
}

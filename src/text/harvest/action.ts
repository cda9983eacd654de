import { pattern, source } from '../../core/pattern.ts'
import type { Folded } from './listed.ts'
import { isName, type Names, namedIn } from './private.ts'
import { plainInfinitive, promiseAt } from './promise.ts'
import { startsWithInfinitive } from './verbs.ts'

/**
 * Something that someone will do, as a sentence tells it. `from` and `to` are offsets in the
 * sentence.
 */
export type Action = Readonly<{ from: number; to: number; who: string; what: string; sure: number }>

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’-]*\.?`
const SUBJECT = new RegExp(
  source`
    (?<![\p{L}'’-])(?:([Jj]e|[Oo]n|[Nn]ous|[Jj]'|[Ii]ls?|[Ee]lles?)|((?:[Ll]e|[Ll]a|[Ll]'|[Uu]ne?
    |[Ll]es)\s?(?:bureau|CA|conseil|présidente?|trésori(?:er|ère)|secrétaire|commission(?:\s\p{L}+)?
    |équipe|animat(?:eur|rice)s?|mairie|maire|comité|groupe(?:\s\p{L}+)?|association|bénévoles?
    |référente?s?)|[Cc]hacune?|[Tt]out le monde)|(${WORD}(?:\s${WORD})?(?:(?:\s*,\s*|\s+et\s+
    |\s*&\s*|\s*\/\s*)${WORD}(?:\s${WORD})?){0,4}))(?:\s*:)?\s+
  `,
  'gu',
)
/** Words with a capital that begin sentences and do nothing. */
const NOT_SOMEONE = pattern()`
  ^(?:le|la|les|l|un|une|des|du|de|il|elle|ils|elles|ce|cette|ces|cela|ca|c|on|nous|vous|qui|que
  |quoi|quand|si|et|ou|mais|donc|pour|avec|sans|dans|en|au|aux|apres|avant|puis|tout|tous|chaque
  |plusieurs|certains|projet|idee|decision|action|reunion|point|besoin|merci|voir|faire|il y|y|a
  |rien|pas|plus|notre|nos|leur|leurs|son|sa|ses|mon|ma|mes|prochaine?|objet|date|lieu|bilan|suite
  |atelier|marche|fete|personne|chacun|quelqu'un|lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$
`

function someone(subject: string, names: Names, sure: number): boolean {
  const words = subject.split(/\s*(?:,|&|\/|\set\s)\s*|\s/)
  if (words.some(w => isName(w, names))) return true
  const low = plainInfinitive(words[0]!.toLowerCase()).replace(/['’]$/, '')
  return !NOT_SOMEONE.test(low) && low.length > 2 && !/^\p{Lu}{2,}$/u.test(words[0]!) && sure >= 0.7
}

/** *On demande à la mairie…*, *on relance le maçon*: what all of them will do. */
const WE_ASK = pattern()`
  ^(?:demande|relance|recontacte|contacte|rappelle|appelle|ecrit|invite|previent|envoie|sollicite
  |prepare|redige|imprime|commande|reserve|achete) (?:a |au |aux |la |le |les |l'
  |un |une |des |du |m\. |mme )
`

/**
 * *Luce est référente des œufs et prépare le contrat*: the second verb of somebody known promises,
 * when it has its day.
 */
function alsoPromised(
  { clear, plain }: Folded,
  after: number,
  who: string,
  names: Names,
): Action | undefined {
  if (!who.split(/[\s,]/).some(w => isName(w, names))) return undefined
  const end = /[.;:!?(]/.exec(plain.slice(after))?.index ?? plain.length - after
  for (const m of plain.slice(after, after + end).matchAll(/,? (?:et|puis) (?=[a-z])/g)) {
    const from = after + m.index + m[0].length
    const verb = promiseAt(plain.slice(from), true)
    if (verb && BY_THEN.test(plain.slice(from)))
      return {
        from,
        to: clear.length,
        who,
        what: verb.lead + clear.slice(from + verb.length),
        sure: 0.75,
      }
  }
  return undefined
}
/** A day by which, or a week in which. */
const BY_THEN = pattern()`
  \b(?:avant|d'ici|pour|au plus tard|jusqu'a[u]?) (?:le |la |mi-|fin |a |mardi|lundi|mercredi
  |jeudi|vendredi|samedi|dimanche|demain|noel|paques|l')|\b(?:cette semaine|ce (?:week-end|soir
  |mois)|demain|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi
  |dimanche)(?: prochain| matin| soir| \d|\b))
`

/**
 * *Marie s'occupe de…*, *Paul relancera…*, *le bureau doit…*: each promise of a sentence, in order.
 */
export function actionsIn(clear: string, plain: string, names: Names): readonly Action[] {
  const found: Action[] = []
  const quotes = [...clear.matchAll(/«[^»]*(?:»|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/g)]
  for (const m of clear.matchAll(SUBJECT)) {
    if (quotes.some(q => m.index > q.index && m.index < q.index + q[0].length)) continue
    const after = m.index + m[0].length
    const verb = promiseAt(
      plain.slice(after),
      m[3]?.split(/[\s,]/).some(w => isName(w, names)) ?? false,
    )
    if (!verb) {
      const also = m[3] ? alsoPromised({ clear, plain }, after, m[3], names) : undefined
      if (also && !found.some(f => f.to > also.from && f.from < also.to)) found.push(also)
      continue
    }
    const subject = m[3] ?? m[2] ?? ''
    if (m[3] && !someone(m[3], names, verb.sure)) continue
    if (
      m[1] &&
      !(/^on$/i.test(m[1]) && WE_ASK.test(plain.slice(after))) &&
      /^(?:on|ils?|elles?)$/i.test(m[1]) &&
      verb.sure < (/^on$/i.test(m[1]) ? 0.75 : 0.85)
    ) {
      // *Odile connaît la ferme, elle les appelle*: she was named just before.
      const who =
        /^elle$|^il$/i.test(m[1]) && BY_THEN.test(plain.slice(after))
          ? namedIn(clear.slice(0, m.index), names).at(-1)
          : undefined
      if (who)
        found.push({
          from: m.index,
          to: clear.length,
          who: clear.slice(who.from, who.to),
          what: verb.lead + clear.slice(after + verb.length),
          sure: 0.72,
        })
      continue
    }
    const last = found.at(-1)
    if (last)
      found[found.length - 1] = {
        ...last,
        to: m.index,
        what: last.what
          .slice(0, last.what.length - (last.to - m.index))
          .replace(/[\s,;]+(?:et)?\s*$/, ''),
      }
    const about = verb.pronoun
      ? /^([^:]{3,50}?)\s?:\s/.exec(clear.slice(0, m.index))?.[1]
      : undefined
    if (about) {
      const rest = clear
        .slice(after + verb.length)
        .split(/[.;]|,?\set\s/)[0]!
        .trim()
      found.push({
        from: m.index,
        to: clear.length,
        who: subject,
        what: `${verb.lead}${rest} (${about.charAt(0).toLowerCase()}${about.slice(1)})`,
        sure: verb.sure,
      })
      continue
    }
    found.push({
      from: m.index,
      to: clear.length,
      who: subject,
      what: verb.lead + clear.slice(after + verb.length),
      sure: m[1] ? verb.sure - 0.1 : verb.sure,
    })
  }
  return found
}

/**
 * Who an item names beside what is to be done: *(Marie)*, *→ Paul*, *Marie : …*, *… : Paul et Léa*.
 * Only participants; `loose`, in a list of tasks, any name that stands first.
 */
export function whoBeside(
  clear: string,
  names: Names,
  loose = false,
): { who: string; what: string } | undefined {
  const name = source`
    ${WORD}(?:\s${WORD})?
    (?:(?:\s*,\s*|\s+et\s+|\s*&\s*|\s*\/\s*|\s*\+\s*)${WORD}(?:\s${WORD})?){0,4}`
  const before = new RegExp(
    String.raw`^\s*@?(${name})\s*(?::|=>|->|→|>|–|—|\s-\s)\s*(?=\S)`,
    'u',
  ).exec(clear)
  if (
    before &&
    (loose
      ? !NOT_SOMEONE.test(plainInfinitive(before[1]!.split(/\s/)[0]!.toLowerCase()))
      : known(before[1]!, names) &&
        !NOT_SOMEONE.test(plainInfinitive(before[1]!.split(/\s/)[0]!.toLowerCase())))
  )
    return { who: before[1]!, what: clear.slice(before[0].length) }
  const told = new RegExp(String.raw`^\s*@?(${name})\s+(?=\p{Ll})`, 'u').exec(clear)
  if (
    told &&
    known(told[1]!, names) &&
    startsWithInfinitive(plainInfinitive(clear.slice(told[0].length)).toLowerCase())
  )
    return { who: told[1]!, what: clear.slice(told[0].length) }
  const after = new RegExp(
    source`
      \s*(?:\((?:par |qui ?\?? ?:? ?|resp\.? ?:? ?|référente? ?:? ?|avec )?(${name})\s*\)
      |(?:=>|->|→|:|–|—|\s-|@|\|)\s*(?:par )?(${name}))
      \s*(?:(?:[.,;(]|[–—-]\s).{0,60})?$`,
    'u',
  ).exec(clear)
  const who = after?.[1] ?? after?.[2]
  return after && who && known(who, names)
    ? { who, what: clear.slice(0, after.index) + clear.slice(after.index + after[0].length) }
    : undefined
}
const known = (who: string, names: Names) =>
  who.split(/\s*(?:,|&|\/|\+|\set\s)\s*|\s/).some(w => isName(w, names))

import { pattern } from '../../core/pattern.ts'
import { capital } from '../capital.ts'
import { MONTHS, WEEKDAYS } from './fr.ts'
import { plainOf } from './mask.ts'
import { discreet, homeless, type Names, namedIn, unnamed } from './private.ts'
import { infinitiveOf } from './verbs.ts'

/** Longest proposed title. */
const TITLE = 90

const URLS = /\b(?:https?:\/\/|www\.)\S+/g
const REACH = /\b[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)(?:\+33\s?|0)[1-9](?:[\s.-]?\d\d){4}(?!\d)/g

const LEADS = pattern('iu')`
  ^(?:[A-Z]{1,2}\d{1,2}\s?[.):-]\s+|[\s=>→•◦*–—:;,.…()"«»“”\]-]+|(?:donc|alors|bon|et puis|puis
  |ensuite|enfin|sinon|également|aussi|par ailleurs|de plus|en plus|du coup|par contre|mais|ok
  |or)[\s,]+|et\s+(?!si\b))
`

/** French typography: ’ and no-break spaces before ; : ! ? » and after «. */
export function typeset(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/\.{3,}/g, '…')
    .replace(/\s+([;!?])/g, '\u202f$1')
    .replace(/\s+:(?=\s|$)/g, '\u00a0:')
    .replace(/«\s*/g, '«\u202f')
    .replace(/\s*»/g, '\u202f»')
}

const JOINT = pattern('gu')`
  ${' '}(?=(?:et|ou|qui|pour|afin|dont|avec|car|mais|parce que|avant|après|lors|jusqu|où|si|sans
  |puis|ainsi que)[ '’])
`

/**
 * Cuts at the last clause, else at the last word, that fits; never in the middle of a character.
 */
function shortened(text: string, longest = TITLE): string {
  if (text.length <= longest) return text
  const head = text.slice(0, longest - 1)
  const clause = Math.max(
    head.lastIndexOf(' ('),
    head.lastIndexOf(', '),
    head.lastIndexOf(' – '),
    head.lastIndexOf(' : '),
    head.lastIndexOf(' => '),
    head.lastIndexOf('. '),
    head.lastIndexOf(' ; '),
  )
  if (clause > 30) return head.slice(0, clause).replace(/[\s,;:–-]+$/, '')
  // No stop to cut at: before the last small word that begins a clause of its own.
  const joints = [...head.matchAll(JOINT)]
  const joint = joints.findLast(m => m.index > 45)
  if (joint) return head.slice(0, joint.index).replace(/[\s,;:–-]+$/, '')
  const space = head.lastIndexOf(' ')
  return `${head
    .slice(0, space > 40 ? space : longest - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(
      /[\s,;:–-]+(?:de|du|des|le|la|les|l’|d’|un|une|et|ou|à|au|aux|en|pour|par|sur|qui|que)?$/u,
      '',
    )}…`
}

/** Takes leading bullets and small words away, as long as there are some. */
function withoutLeads(text: string): string {
  let kept = text
  for (let m = LEADS.exec(kept); m; m = LEADS.exec(kept)) kept = kept.slice(m[0].length)
  return kept
}

const balanced = (text: string) => {
  const open = text.lastIndexOf('(')
  return open > text.lastIndexOf(')')
    ? text.slice(0, open)
    : text.includes(')') && !text.includes('(')
      ? text.replace(/\)/g, '')
      : text
}

/** *peut conduire le minibus*, once its subject is gone: the verb alone says the thing. */
const MODAL = pattern('u')`
  ^(?:peu(?:t|vent)|pourrai(?:t|ent)|propose(?:nt)? (?:de |d')|va|vont|doi(?:t|vent)|veu(?:t
  |lent) bien|souhaite(?:nt)?|aimerai(?:t|ent)|accepte(?:nt)? (?:de |d'))\s?(?=(?:se |s'
  |le |la |les |l'|nous |en |y )?\p{L}{2,}(?:er|ir|re|oir)(?!\p{L}))
`
function withoutModal(text: string, cut: boolean): string {
  return cut ? text.replace(MODAL, '') : text
}

/** Small words that nothing follows: what they led to was taken out, or never stood there. */
const DANGLING = pattern('iu')`
  (?:(?:^|(?:[\s,;:(–—]|(?<!\p{L})-)+)(?:du|des|aux?|en|dans|sur|sous|avec|chez|par|de|d['’]
  |à|les?|la|l['’]|une?|ce|cette|sa|ses|leurs?|notre|nos|et|ou|qui|que|dont|mais|car|vers|entre|n°)
  |(?:^|[,;:(–—]\s*)sonner|(?<!(?:est|sont|votes?|voté|voix))\s+pour|,?\s+t[ée]l
  |,\s*(?:(?:son|mon|leur)\s+)?mail|,\s*(?:son|mon))[\s,;:.–—-]*$
`
/** *Un car*, *des sous*, *semer du mais*, *micro, son*: things, not small words. */
const THING_LAST = pattern('iu')`
  (?:(?<![\p{L}-])(?:une?|l[ae]s?|des|du|de|aux?|en|par|sans|ces?|[mts](?:on|es)|[nv]otre|[nv]os
  |leurs?|quelques|plusieurs|\d+|deux|trois|quatre|cinq|six|dix|vingt|cent)\s
  (?:(?:grand|petit|gros|vieux|bon|nouveau|autre|seul|joli|beau)s?\s)?
  (?:cars?|sous|vers|mais|t[ée]l)
  |(?:comme|que)\stel|(?<!\p{L})(?:lumière|micro|sono|scène|image|éclairage)s?,\sson)
  [\s.]*$
`
/** A verb that nothing follows: its clause says nothing. */
const SAYS_NOTHING = pattern('iu')`
  (?:^|[,;:(]|\s[–—-]\s|\set\s)[^,;:(]*(?<![\p{L}'’]|(?:sud|nord|mur|côté|façade|quartier
  |versant|aile|rive)[ -])(?:est|sont|était|étaient|sera|seront)[\s,;:.]*$
`
/** A title that ends with words of its own; '' when none is left. */
export function ended(title: string): string {
  let kept = title
  for (let before = ''; kept !== before; ) {
    before = kept
    if (THING_LAST.test(kept) || (kept === title && /^sous$/i.test(kept))) break
    kept = kept.replace(SAYS_NOTHING, '').replace(DANGLING, '').trimEnd()
  }
  return DAY_ALONE.test(plainOf(kept)) ? '' : kept
}
const DAY_ALONE = new RegExp(`^(?:${[...MONTHS, ...WEEKDAYS].join('|')})$`)

/** *3 places, Dédé prête un groupe*: two clauses, of which the name was the second's subject. */
function withoutWelds(clear: string, names: Names): string {
  const weld = namedIn(clear, names).find(span => {
    const verb = VERB_NEXT.exec(clear.slice(span.to, span.to + 40))?.[1]
    const before = clear.slice(0, span.from)
    return (
      verb &&
      infinitiveOf(plainOf(verb)) &&
      /\p{L}[^,;:.]{2,}[,;:.]?\s+$/u.test(before) &&
      !LEADS_TO.test(before)
    )
  })
  if (!weld) return clear
  const [first, second] = [clear.slice(0, weld.from), clear.slice(weld.to)]
  return first.length > second.length ? first : second
}
const VERB_NEXT = /^\s+(\p{Ll}{3,})\s/u
/** A name after these is no subject: *avec Luce*, *et Luce*, *que Luce*. */
const LEADS_TO =
  /(?<!\p{L})(?:avec|chez|par|pour|de|d['’]|à|et|ou|que|qu['’]|qui|si|comme|dont|où|m\.|mme)\s*$/iu

/**
 * A short, well-formed title: capital first, no bullet, no address, no participant, no home, no
 * situation. '' when nothing is left.
 */
export function titled(clear: string, names: Names): string {
  const said = withoutWelds(clear.replace(URLS, ' ').replace(REACH, ' '), names)
  const safe = unnamed(homeless(discreet(said)), names)
  const whole = safe
    .replace(/\(\s*\.?\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.](?:\s|$))/g, '')
    .trim()
  const bare = withoutModal(withoutLeads(whole), safe.length < clear.length)
  const short = balanced(shortened(bare))
    .replace(/[\s.,;:=>→–—/+-]+$/u, '')
    .replace(/,?\s+(?:qui )?(?:s'appelle(?:nt)?|nommée?s?|prénommée?s?|dénommée?s?)$/u, '')
    .trim()
  const quote = ended(short).replace(/^"([^"]*)"$/, '$1')
  const set = typeset(capital(quote))
  return set.length > TITLE ? shortened(set) : set
}

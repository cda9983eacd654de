import { pattern } from '../../core/pattern.ts'
import { discreet, homeless, type Names, unnamed } from './private.ts'

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

/**
 * A short, well-formed title: capital first, no bullet, no address, no participant, no home, no
 * situation. '' when nothing is left.
 */
export function titled(clear: string, names: Names): string {
  const safe = unnamed(homeless(discreet(clear.replace(URLS, ' ').replace(REACH, ' '))), names)
  const whole = safe
    .replace(/\(\s*\.?\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.](?:\s|$))/g, '')
    .trim()
  const bare = withoutModal(withoutLeads(whole), safe.length < clear.length)
  const short = balanced(shortened(bare))
    .replace(/[\s.,;:=>→–—/+-]+$/u, '')
    .replace(/,?\s+(?:qui )?(?:s'appelle(?:nt)?|nommée?s?|prénommée?s?|dénommée?s?)$/u, '')
    .replace(/\s+(?:et|ou|avec|chez|par|pour|de|à|le|la)$/u, '')
    .trim()
  const quote = short.replace(/^"([^"]*)"$/, '$1')
  const set = typeset(quote.charAt(0).toUpperCase() + quote.slice(1))
  return set.length > TITLE ? shortened(set) : set
}

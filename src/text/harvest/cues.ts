import { lazy } from '../../core/lazy.ts'
import { source } from '../../core/pattern.ts'
import * as files from './cues.cjs'
import { plainOf } from './mask.ts'
import type { NotesPage } from './page.ts'
import { type NotePiece, pieceOf } from './pieces.ts'
import type { FoundPiece, HarvestRule } from './rule.ts'
import { wordsMade } from './words-made.ts'

/**
 * A way of saying, as words: *a rendu l'ame*. `|` parts words that do as well; `…` stands for some
 * words, `INF` for a verb in the infinitive, `ACT` for one that tells something to do; `^` and `$`
 * for the two ends of the sentence. After `>` stands the thing itself, its title.
 *
 * Shape   `kind`: of the record that the sentence is; `words`: folded or not.
 */
export type HarvestCue = Readonly<{ kind: string; words: string }>
type ReadCue = Readonly<{ kind: string; is: RegExp; hasThing: boolean; rule: string }>

const ACT = source`
  (?:porter|peindre|verifier|demander|caler|faire|prevoir|acheter|commander|reserver|contacter
  |relancer|refaire|preparer|trouver|confirmer|envoyer|rediger|imprimer|coller|distribuer|nettoyer
  |ranger|reparer|finir|organiser|definir|fixer|choisir|discuter|installer|monter|poser|planter
  |semer|tondre|regler|signer|rendre|rapporter|ramener|recuperer|completer|valider|transmettre
  |diffuser|afficher|inscrire|declarer|assurer|chiffrer|etudier|prevenir|appeler|deposer|revoir
  |creuser|chercher)`
const ESCAPED = /[.*+?^${}()[\]\\]/g

function tokenRead(token: string): string {
  if (token === '…') return String.raw`[^.;!?]{1,60}?`
  if (token === 'inf') return String.raw`(?:se |s'|le |la |les |l')?[a-zœ]{2,}(?:er|ir|re|oir)`
  if (token === 'act') return ACT
  const ways = [...new Set(token.split('|'))].map(word => word.replace(ESCAPED, String.raw`\$&`))
  return `(?:${ways.join('|')})`
}

/** The pattern of a cue's words; read in a plain text. */
export function cueRead({ kind, words }: HarvestCue, rule: string): ReadCue {
  const said = plainOf(words.trim()).replace(/’/g, "'")
  const starts = said.startsWith('^') ? '^[^a-z0-9]*' : String.raw`(?<![a-z0-9œ'-])`
  const ends = said.endsWith('$') ? String.raw`[^a-z0-9]*$` : ''
  const tokens = said.replace(/^\^\s*|\s*\$$/g, '').split(/\s+/)
  const bare = tokens
    .filter(token => token !== '>')
    .map(tokenRead)
    .join(String.raw`\s+`)
    .replaceAll(String.raw`')\s+`, String.raw`')\s*`)
  return {
    kind,
    is: new RegExp(`${starts}${bare}(?:(?<=')|(?![a-z0-9œ]))${ends}`),
    hasThing: tokens.includes('>'),
    rule,
  }
}

type CueExample = Readonly<HarvestCue & { example: string }>
/** Each cue of the program, with the example that tries it. */
export const cueExamples = lazy((): readonly CueExample[] =>
  files.cues().map(line => {
    const [kind = '', words = '', example = ''] = line.split(' : ')
    return { kind, words, example }
  }),
)
const own = lazy(() => cueExamples().map(cue => cueRead(cue, `cue.${cue.kind}`)))

/** Kinds that a sentence may be; a sentence that another rule read is none of these again. */
const STATED: ReadonlySet<string> = new Set([
  'need',
  'offer',
  'idea',
  'decision',
  'task',
  'event',
  'voice',
])
const QUIET: ReadonlySet<string> = new Set([
  'present',
  'excused',
  'absent',
  'agenda',
  'context',
  'author',
  'references',
])
const CERTAINTY = 0.5

/**
 * The cues of the program and of the keeper (`more`) as one rule, which reads what no other rule
 * did.
 */
export function cuesRule(rules: readonly HarvestRule[], more: readonly HarvestCue[]): HarvestRule {
  const kinds = new Set(rules.flatMap(rule => rule.kinds))
  const cues = [...more.map(cue => cueRead(cue, `own.${cue.kind}`)), ...own()].filter(cue =>
    kinds.has(cue.kind),
  )
  return {
    kinds: [],
    find: (page, found) => {
      const stated = found
        .filter(one => STATED.has(one.kind) && one.to > one.from)
        .sort((a, b) => a.from - b.from)
      let [at, end] = [0, 0]
      return page.pieces.flatMap(piece => {
        for (; at < stated.length && stated[at]!.from < piece.to; at++)
          end = Math.max(end, stated[at]!.to)
        return isFree(piece) && end <= piece.from
          ? (cuedIn(page, piece, { cues, rules }) ?? [])
          : []
      })
    },
  }
}

/** A sentence of the text itself: no title, no row of a table, no list of people. */
export const isFree = (piece: NotePiece): boolean =>
  !piece.block.heading && piece.block.mark !== 'row' && !QUIET.has(piece.label || piece.section)

/** A question, by its mark or its first words. */
const ASKED = /\?\s*$|^[^a-z]*(?:et |mais )?est[ -]ce qu(?:e\b|')/
/** *Je prête plus la remorque*: nothing is given. */
const DENIED = /^\s*(?:pas(?! mal\b)|plus(?! d(?:e\b|'))|jamais|rien|aucune?)\b/

function cuedIn(
  page: NotesPage,
  piece: NotePiece,
  { cues, rules }: Readonly<{ cues: readonly ReadCue[]; rules: readonly HarvestRule[] }>,
): FoundPiece | undefined {
  for (const cue of cues) {
    const m = cue.is.exec(piece.plain)
    // *Est-ce que le bar serait prêt à… ?* offers nothing.
    if (!m || (cue.kind === 'offer' && ASKED.test(piece.plain))) continue
    if (cue.kind === 'offer' && DENIED.test(piece.plain.slice(m.index + m[0].length))) continue
    const from = piece.from + (cue.hasThing ? m.index + m[0].length : 0)
    const said = cue.hasThing
      ? pieceOf({ block: piece.block, clear: page.clear, plain: page.plain }, page.head, {
          from: from + (/^\s*/.exec(page.clear.slice(from, piece.to))?.[0].length ?? 0),
          to: piece.to,
        })
      : piece
    const makers = rules.filter(rule => rule.kinds.includes(cue.kind))
    const made =
      makers.map(rule => rule.make?.(page, said, cue.kind)).find(one => one?.title) ??
      (cue.rule === `own.${cue.kind}` ? wordsMade(page, said, cue.kind) : undefined)
    if (!made || made.title.length < 4) continue
    return {
      kind: cue.kind,
      ...made,
      from: piece.from,
      to: piece.to,
      certainty: CERTAINTY,
      rule: cue.rule,
    }
  }
  return undefined
}

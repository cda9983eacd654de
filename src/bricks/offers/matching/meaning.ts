import { doingOf, isKnown, isNamed, keyOf, MOST_WORDS, phraseKey, TEACHES, verbOf } from './names.ts'
import { begins, DETERMINERS, ELIDED, isVerb, SUBJECT, type Word, wordsIn } from './sentence.ts'
import {
  ALSO,
  BREAKS,
  daysOf,
  EMPTY,
  GOES,
  HAVES,
  numberOf,
  PEOPLE,
  PROPOSES,
  RIDES,
  SEEKS,
  TIES,
  TOWARDS,
  type Way,
  WRAPS,
  wayOf,
} from './small.ts'

/** One thing said: its key, the word as it was written (`whole`: with its complements), and what tells it from its like (*à coudre*, *de jardin*). */
export type Thing = Readonly<{ key: string; said: string; whole: string; mods: readonly Mod[]; wrap?: string; many?: number }>
/** What tells a thing from its like. `tied`: by *à*, *de* or *en* (*machine à coudre*); `for`: whom it is for; else an adjective. */
export type Mod = Readonly<{ key: string; as: 'tied' | 'for' | 'plain' }>

/**
 * What the sentence of a notice says, as far as matching needs it.
 *
 * Shape   `act`: what is to be done (`RIDE` among others), when it is no thing that passes; `things`: what it is about, in order;
 *         `others`: keys said elsewhere in the sentence; `days`: weekdays, Monday 1; `towards`: where one goes.
 * Law     made from the text alone; never thrown by any text.
 */
export type Meaning = Readonly<{
  way: Way | undefined
  hand: boolean
  act: string | undefined
  actSaid: string
  things: readonly Thing[]
  /** What is to be done with the thing, said after it: *des pommes à presser*. */
  todo: string | undefined
  /** The thing is what is looked for, not what is told of: *cherche un vélo*, *un vélo pour…*; not *mes gouttières fuient*. */
  sought: boolean
  others: readonly string[]
  days: readonly number[]
  towards: readonly Goal[]
}>
/** Where one goes: as it is compared, as it was written. */
export type Goal = Readonly<{ key: string; said: string }>

export function meaningOf(text: string): Meaning {
  const words = wordsIn(text)
  const made = new Reading(words)
  return made.read(begins(words))
}

/** The doing of whoever goes somewhere. */
export const RIDE = 'conduire'
/** When: never a thing. */
const MOMENTS =
  /^(ete|hiver|automne|printemps|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|matin|soir|depuis|avant|pendant)$/
/** Doings that are also the name of a thing, when one gives, lends or sells it. */
const THINGS_TOO = new Set(
  'cuisine couture taille photos recolte tricot crochet lecture retour garde compagnie chant courses transport visite'.split(' '),
)
/** After a doing: with whom or where, no thing. */
const WHERE = new Set(['chez', 'avec', 'dans', 'contre', 'lors', 'selon'])
/** What does not work any more is to be mended. */
const BROKEN =
  /\ben panne\b|\bne? (?!peu|veu|v(a|oit|ont)\b|sai|condui|arriv|ai?\b|est\b|sommes\b|ont\b)\w+ plus\b|\bcasse(e|s|es)?\b|\bfuit\b|\brame\b|\bgoutte\b|\bgrince\b|\bderaille\b|\bdisjoncte\b|\bcreve(e|s)?\b|\bdetraque(e|s)?\b|\bbancal(e|es)?\b|\bcoince(e|s)?\b|\bbouche(e)\b|\babime(e|s|es)?\b|\becroule(e|s|es)?\b/
/** *Qui peut m’emmener*. */
const CARRIED = /^(emmener|emmene|emmenerait|covoiturage|covoiturer|covoiture|covoit|trajet|vehiculer|vehicule)$/
/** Days, not places. */
const FEASTS = new Set(['noel', 'paques', 'toussaint', 'pentecote'])
/** Goals without a capital. */
const GOALS = new Set(
  'gare marche hopital medecin lycee college ecole aeroport clinique pharmacie supermarche courses kine dentiste'.split(' '),
)

/** *Peigner*, *cuire*, *écrire*. */
const INFINITIVE = /^.{3,}(er|ir|dre|tre)$|^.{1,}(uire|lire|crire)$/
/** To have, not to do. */
const HAD =
  /^(avoir|trouver|recuperer|prendre|adopter|acheter|emprunter|disposer|obtenir|acquerir|recevoir|remplacer|completer|utiliser|profiter|changer)$/
/** What names nothing yet: *de quoi abriter*, *un moyen de*, *un endroit où*. */
const VAGUE = /^(quoi|chose|choses|truc|moyen|moyens|solution|idee|idees|conseil|conseils|endroit|lieu|outil|appareil|engin|materiel|aide)$/

const isBurden = (word: string): boolean => /^(un|une|des|du|mon|ma|mes|son|sa|ses)$/.test(word) || numberOf(word) !== undefined

/** A verb, known or not, that says what a thing is for. */
const isToDo = (word: string): boolean => doingOf([word]) !== undefined || (/^.{3,}(er|ir|dre|tre)$/.test(word) && !isKnown(keyOf(word)))

/** Reads one sentence from left to right; each step takes the words that it knows and leaves the rest. */
class Reading {
  readonly words: readonly Word[]
  way: Way | undefined
  hand = false
  act: string | undefined
  actSaid = ''
  todo: string | undefined
  constructor(words: readonly Word[]) {
    this.words = words
  }

  read(start: number): Meaning {
    for (const { word } of this.words) this.way ??= wayOf(word)
    this.hand =
      this.words.some(({ word }, i) => PEOPLE.has(word) && !this.isOwnPlace(i)) &&
      /coup|main|bras|aid|quelqu|benevol|volont|renfort|gens|monde/.test(this.words.map(w => w.word).join(' '))
    const from = this.lead(start)
    if (this.act === undefined && this.words.some(({ word }, i) => CARRIED.test(word) && /^(m|nous)$/.test(this.words[i - 1]?.word ?? '')))
      this.act = RIDE
    const { things, end } = this.act === RIDE ? { things: [], end: this.words.length } : this.thingsFrom(from)
    const days = [...new Set(this.words.flatMap(({ word }) => daysOf(word)))]
    return {
      way: this.way,
      hand: this.hand,
      act: this.act,
      actSaid: this.actSaid,
      things,
      sought: this.isSought(from),
      todo: this.todo ?? (BROKEN.test(this.words.map(({ word }) => word).join(' ')) ? 'reparer' : undefined),
      others: [...this.keysIn(this.words.slice(end)), ...this.keysIn(this.besideName(start))],
      days,
      towards: this.act === RIDE ? this.goals() : [],
    }
  }

  /** *Étienne, ancien prof de maths, aide*: what stands between a name and its verb. */
  besideName(start: number): readonly Word[] {
    const [first, second] = this.words
    return first?.capital && second?.after.includes(',') ? this.words.slice(1, start) : []
  }

  /** *sa demande d’APL*. */
  isNoun(i: number): boolean {
    return this.words[i]!.word === 'demande' && DETERMINERS.has(this.words[i - 1]?.word ?? '')
  }

  /** *Voudrait fabriquer une étagère*, *cherche à se loger*: to be done, not to be had. */
  wantsToDo(): boolean {
    const at = this.words.findIndex(({ word }) => SEEKS.test(word) || word === 'veut' || word === 'va')
    if (at < 0) return false
    let next = at + 1
    while (next < this.words.length && /^(a|se|s|y|me|m|en|pouvoir|nous|l|le|la|les)$/.test(this.words[next]!.word)) next++
    const word = this.words[next]?.word ?? ''
    const isVerbal = /^.{2,}(er|ir|dre|tre|ire)$/.test(word) && (next > at + 1 || !isNamed(word))
    return isVerbal && wayOf(word) === undefined && !HAD.test(word)
  }

  isSought(from: number): boolean {
    if (this.act !== undefined || this.words.slice(0, from + 1).some(({ word }) => VAGUE.test(word))) return false
    if (this.wantsToDo() || this.words.some(({ word, after }) => /^(est|sont|manque|attend)$/.test(word) && !/[.!?]/.test(after)))
      return false
    return (
      this.words.slice(0, from).some(({ word }, i) => SEEKS.test(word) && !this.isNoun(i)) ||
      /^(un|une|des|du|d|de)$/.test(this.words[0]?.word ?? '')
    )
  }

  /** *à la main*, *en main propre* are no arms. */
  isOwnPlace(i: number): boolean {
    const before = this.words[i - 1]?.word
    return this.words[i]!.word === 'main' && (before === 'la' || before === 'en' || before === 'a')
  }

  /** Past verbs, pronouns and people, to the first word that says a thing; what is to be done is noted on the way. */
  lead(start: number): number {
    let i = start
    while (i < this.words.length) {
      const { word, after } = this.words[i]!
      if (this.act !== undefined && (/[,.;!?]/.test(after) || WHERE.has(word))) return this.words.length
      if (this.goes(i) || this.rides(i)) {
        this.does(RIDE, i)
        return this.words.length
      }
      const taken = this.act === undefined ? this.doing(i, i === start) : 0
      if (taken > 0) i += taken
      else if (this.act === TEACHES && doingOf([word]) !== undefined && TIES.has(this.words[i + 1]?.word ?? '')) i++
      else if (this.isPassed(i, word) || this.isWorkshop(i)) i++
      else return i
    }
    return i
  }

  isPassed(i: number, word: string): boolean {
    if (isVerb(word) || PROPOSES.test(word) || EMPTY.has(word) || TIES.has(word) || PEOPLE.has(word) || ELIDED.has(word)) return true
    if (numberOf(word) !== undefined || (HAVES.test(word) && i < SUBJECT)) return true
    if (i < SUBJECT && MOMENTS.test(word)) return true
    if (/^(pour|des|du|aux|au|qui|chez|avec|afin|et|paires?|heures?|heure|samedi|matin|quelques|dont|quand|si)$/.test(word)) return true
    return daysOf(word).length > 0
  }

  /** *Atelier tricot*: what is done there is what it is. */
  isWorkshop(i: number): boolean {
    const next = this.contentFrom(i + 1, 1)[0]
    return /^(ateliers?|stages?|seances?)$/.test(this.words[i]!.word) && next !== undefined && doingOf([next]) !== undefined
  }

  does(act: string, i: number): number {
    this.act = act
    this.actSaid = this.words[i]!.said
    return 1
  }

  /** What is to be done, as words of the lexicon or a going somewhere; how many words say it. */
  doing(i: number, isMain: boolean): number {
    const passes = this.way !== undefined && !this.hand && this.way !== 'share'
    for (let n = Math.min(MOST_WORDS, this.words.length - i); n > 0; n--) {
      const said = this.words.slice(i, i + n).map(one => one.word)
      const small = said.filter(word => !TIES.has(word) && !EMPTY.has(word) && !['aux', 'des', 'du'].includes(word))
      if (small.length === 0 || (n > 1 && said.length !== small.length && TIES.has(said.at(-1)!))) continue
      const named = doingOf(small)
      // *Descendre un piano* is no ride.
      const act = named === RIDE && isBurden(this.words[i + n]?.word ?? '') ? 'porter' : named
      if (act === undefined || (n > 1 && small.length === 1)) continue
      if (THINGS_TOO.has(small[0]!) && (passes || this.isOne(i))) continue
      if (n === 1 && phraseKey(this.contentFrom(i, 2)) !== undefined) continue
      this.does(act, i)
      return n
    }
    if (this.isInfinitive(i)) return this.does(keyOf(this.words[i]!.word), i)
    const verb = isMain ? verbOf(this.words[i]!.word, this.words[i]!.said) : undefined
    return verb !== undefined && !passes ? this.does(verb, i) : 0
  }

  /** *Une cuisine*, *un tricot*: a thing, by its article. */
  isOne(i: number): boolean {
    return /^(cuisine|crochet|tricot|chant)$/.test(this.words[i]!.word) && /^(un|une)$/.test(this.words[i - 1]?.word ?? '')
  }

  /** A verb that the house has no name for, before what it is done to: *girobroyer une friche*. */
  isInfinitive(i: number): boolean {
    const { word } = this.words[i]!
    const next = this.words[i + 1]
    if (next === undefined || !(DETERMINERS.has(next.word) || /^(des|du|d|en)$/.test(next.word) || numberOf(next.word) !== undefined))
      return false
    return INFINITIVE.test(word) && !isVerb(word) && !isKnown(keyOf(word)) && !EMPTY.has(word) && !GOES.test(word)
  }

  contentFrom(i: number, most: number): readonly string[] {
    return this.words
      .slice(i, i + most + 1)
      .map(one => one.word)
      .filter(word => !TIES.has(word))
      .slice(0, most)
  }

  /** *Cherche une voiture pour descendre à Boën*. */
  rides(i: number): boolean {
    return this.words[i]!.word === 'voiture' && this.words[i + 1]?.word === 'pour' && i + 2 < this.words.length && this.goes(i + 2)
  }

  goes(i: number): boolean {
    const { word } = this.words[i]!
    if (RIDES.test(word)) return true
    if (/^(voir|un|une|mon|ma|mes)$/.test(this.words[i + 1]?.word ?? '')) return false
    const next = this.words.slice(i + 1, i + 6)
    const isTold = next.some(
      ({ word: where, capital }, j) =>
        TOWARDS.has(where) && (capital || next[j + 1]?.capital || GOALS.has(next[j + 1]?.word ?? '') || GOALS.has(next[j + 2]?.word ?? '')),
    )
    if (GOES.test(word) && (isTold || next.some(({ word: one }) => GOALS.has(one)))) return true
    const isAway = next.some(
      ({ word: where, capital }, j) => /^(pour|vers|jusqu|direction)$/.test(where) && !capital && next[j + 1]?.capital,
    )
    return /^places?$/.test(word) && (isAway || next.some(({ word: one }) => one === 'voiture'))
  }

  /** Where one goes: the names after *à*, *vers*, *pour*; not the one that stands after *de*. */
  goals(): readonly Goal[] {
    const found: Goal[] = []
    for (let i = 1; i < this.words.length; i++) {
      if (!TOWARDS.has(this.words[i - 1]!.word)) continue
      let at = i
      while (at < this.words.length && ['l', 'la', 'le', 'les'].includes(this.words[at]!.word)) at++
      const first = this.words[at]
      if (!first || FEASTS.has(first.word) || !(first.capital || GOALS.has(first.word))) continue
      let [key, said] = [first.word, first.shown]
      for (let next = this.words[at + 1]; next?.capital && next.after.trim().replace('-', '') === ''; next = this.words[at + 1]) {
        key += ` ${next.word}`
        said += next.after + next.shown
        at++
      }
      found.push({ key, said })
      const [of, where] = [this.words[at + 1], this.words[at + 2]]
      if (of && where && TIES.has(of.word) && where.capital) found.push({ key: where.word, said: where.shown })
    }
    return found
  }

  thingsFrom(start: number): Readonly<{ things: readonly Thing[]; end: number }> {
    const things: Thing[] = []
    let i = start
    while (i < this.words.length && things.length < 6) {
      const one = this.thingAt(i)
      if (!one) break
      things.push(one.thing)
      i = one.end
      const next = this.words[i]
      if (!next || !(ALSO.has(next.word) || /^\s*[,&+/]\s*$/.test(next.after))) break
      if (ALSO.has(next.word)) i++
      const after = this.words[i]
      if (!after || (BREAKS.has(after.word) && !['du', 'des', 'au', 'aux'].includes(after.word)) || isVerb(after.word)) break
    }
    return { things, end: i }
  }

  /** One thing: how many, what wraps it, its name as long as the lexicon knows it, then what tells it apart. */
  thingAt(start: number): Readonly<{ thing: Thing; end: number }> | undefined {
    let i = start
    let many: number | undefined
    let wrap: string | undefined
    const isStop = (at: number) => at > start && /[.!?;:()]/.test(this.words[at]?.after ?? '')
    for (; i < this.words.length && !isStop(i); i++) {
      const { word } = this.words[i]!
      many ??= numberOf(word)
      if (
        numberOf(word) !== undefined ||
        EMPTY.has(word) ||
        TIES.has(word) ||
        ELIDED.has(word) ||
        ['du', 'des', 'au', 'aux'].includes(word)
      )
        continue
      const next = this.words[i + 1]?.word ?? ''
      if (WRAPS.has(word) && ['de', 'd', 'des', 'du'].includes(next) && this.longest(i).taken === 1) {
        wrap = keyOf(word)
        continue
      }
      break
    }
    if (i >= this.words.length || isStop(i) || BREAKS.has(this.words[i]!.word) || this.isName(i)) return undefined
    const { key, taken, said } = this.longest(i)
    const { mods, end } = this.modsFrom(i + taken)
    const whole = this.words
      .slice(i, end)
      .map((one, j) => (j > 0 ? one.after : '') + one.said)
      .join('')
    return { thing: { key, said, whole, mods, ...(wrap ? { wrap } : {}), ...(many === undefined ? {} : { many }) }, end }
  }

  /** A capital inside a sentence that names nothing known: a person, a village. */
  isName(i: number): boolean {
    const { capital, word, after } = this.words[i]!
    return capital && i > 0 && !/[.:!?(]/.test(after) && !isKnown(keyOf(word))
  }

  /** The longest name of the lexicon that begins here, else the word itself. `taken`: its words, those that tie them included. */
  longest(i: number): Readonly<{ key: string; taken: number; said: string }> {
    for (let n = 5; n > 1; n--) {
      const some = this.words.slice(i, i + n)
      if (some.length < n || some.slice(1).some(one => /[,.;:!?()]/.test(one.after))) continue
      const content = some.filter(
        ({ word }) =>
          numberOf(word) === undefined &&
          !TIES.has(word) &&
          !['l', 'la', 'le', 'les', 'du', 'des', 'pour', 'et', 'au', 'aux'].includes(word),
      )
      if (content.length < 2 || content.length > MOST_WORDS || TIES.has(some.at(-1)!.word) || content.at(-1) !== some.at(-1)) continue
      const key = phraseKey(content.map(one => one.word))
      if (key !== undefined) return { key, taken: n, said: some.map((one, j) => (j > 0 ? one.after : '') + one.said).join('') }
    }
    const { word, said } = this.words[i]!
    return { key: keyOf(word), taken: 1, said }
  }

  modsFrom(start: number): Readonly<{ mods: readonly Mod[]; end: number }> {
    const mods: Mod[] = []
    let as: Mod['as'] = 'plain'
    let i = start
    while (i < this.words.length) {
      const { word, after, capital } = this.words[i]!
      if (/[,.;:!?()]/.test(after) || ALSO.has(word) || (isVerb(word) && !(word === 'faire' && this.words[i - 1]?.word === 'a'))) break
      const next = this.words[i + 1]
      // *pour enfants* tells what it is; *pour la fête* what it is for.
      if (word === 'pour' && next && !EMPTY.has(next.word) && !next.capital && !isVerb(next.word) && !isToDo(next.word)) {
        as = 'for'
        i++
        continue
      }
      if (BREAKS.has(word) || capital || (TIES.has(word) && (next === undefined || next.capital || DETERMINERS.has(next.word)))) break
      // *à tondre*, *à faire tondre*.
      const tie = this.words[i - (this.words[i - 1]?.word === 'faire' ? 2 : 1)]?.word
      if (as === 'tied' && tie === 'a' && doingOf([word]) !== undefined) this.todo ??= doingOf([word])
      if (
        !TIES.has(word) &&
        !EMPTY.has(word) &&
        !PEOPLE.has(word) &&
        !ELIDED.has(word) &&
        numberOf(word) === undefined &&
        wayOf(word) === undefined
      ) {
        const { key, taken } = this.longest(i)
        mods.push({ key, as })
        as = 'plain'
        i += taken
      } else {
        if (TIES.has(word)) as = 'tied'
        i++
      }
    }
    return { mods, end: i }
  }

  keysIn(words: readonly Word[]): readonly string[] {
    const rest = new Reading(words)
    const keys: string[] = []
    for (let i = 0; i < words.length; ) {
      const { word } = words[i]!
      const isSmall = EMPTY.has(word) || TIES.has(word) || BREAKS.has(word) || isVerb(word) || ELIDED.has(word) || word.length < 3
      const { key, taken } = rest.longest(i)
      if (!isSmall && numberOf(word) === undefined) keys.push(key)
      i += isSmall ? 1 : taken
    }
    return [...new Set(keys)]
  }
}

const MOST_KEPT = 5_000
const kept = new Map<string, Meaning>()
/** The same, kept for the last texts: a page argues hundreds of them. */
export function meaningKept(text: string): Meaning {
  const held = kept.get(text)
  if (held) return held
  const made = meaningOf(text)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(text, made)
  return made
}

const contents = new WeakMap<Meaning, readonly string[]>()
/** Every key that a sentence holds, the surest first, and its doing; made once, since one notice is argued with hundreds. */
export function contentOf(said: Meaning): readonly string[] {
  const held = contents.get(said)
  if (held) return held
  const { things, others, act } = said
  const made = [...new Set([...things.flatMap(({ key, mods }) => [key, ...mods.map(mod => mod.key)]), ...others, ...(act ? [act] : [])])]
  contents.set(said, made)
  return made
}

/** Places where one goes that a text names: *devant l’hôpital*. */
export const goalsIn = (text: string): readonly Goal[] =>
  wordsIn(text).flatMap(({ word, said }) => (GOALS.has(word) ? [{ key: word, said }] : []))

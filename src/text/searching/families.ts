import { fold } from '../../core/letters/words.ts'

/**
 * Words to which the stemmer gives one stem though they are not one family: *marché*, *marche*.
 *
 * Shape   a line a stem; ` | ` between its families. The accents are those of the dictionary.
 */
export const APART = `
  boîte boîtes | boit boire
  bouche bouches | boucher bouchers bouchère bouché bouchée
  café cafés | caf
  came | caméra caméras
  carburant carburants | carburateur
  casse casser cassé cassée | cassis
  chasse chasses chasser chasseur | châssis
  chemin chemins | cheminée cheminées
  collecte collectes collecter | collective collectif
  commune communes communal | commun communs
  cote cotes | côte côtes | côté côtés
  coup coups | coupe coupes couper coupé coupés coupée coupées
  cour | cours | courant courants | course courses courir
  crêpe crêpes | crépi crépir
  cure cures | curé curés
  départ départs | département départements
  devis | devant
  entrée entrées | entre entrer
  été étés | êtes
  fac | face faces
  fer fers | férié fériés ferait
  ferme fermes | fermé fermée fermés fermer ferment fermeture
  fil fils | file files filer
  fille filles | fill
  fin fins | fini finit finir
  foie | foi fois
  fosse fosses | fossé fossés
  fourni fournit fournir | fournée fournées
  frais | fraise fraises
  français française france | franc francs
  gare gares | garer
  gelée gelées | gel geler
  gens | génisse génisses
  habit habits | habitant habitants habiter
  hall halls | halle halles
  jeune jeunes | jeûne jeun
  jules | julie
  livre livres | livrer livré livrée livrés livrent livraison livraisons livreur
  loi lois | loyer loyers
  luc | lucas | lucie
  marché marchés | marche marches marcher marchons marchez marchent marchait marcheur marcheurs
  marie | mars
  mer mers | mère mères
  mur murs | mûr mûre mûres mûrs
  navet navets | navette navettes
  papier | papiers
  part parts | partie parties | partir parti partis
  pâte pâtes | pâté pâtés
  paul | paule
  paye payer paie | pays
  planche planches | plancha planchas
  port ports | porte portes | porter porté portent portage porteur
  poste postes postal postale | poster posters
  pot pots | potiron potirons
  pourri pourrie pourrir | pourra pourrait
  pré prés | près
  pro pros | prose
  ramasser ramasse ramassé ramassage | rame rames
  rat rats | rate rater
  relais | relier relie reliure
  retrait retraits | retraite retraites retraité retraités retraitée
  rose roses | rosa
  sel sels | selle selles | sell
  station stations | stationner stationnement
  sur | sûr sûre
  tache taches | tâche tâches
  télé télés | tell
  tennis | tenir tenu
  terre terres | terrasse terrasses
  thé thés | the
  tombe tombes | tomber tombé tombée tombés tombées
  vent vents | vente ventes
`
/**
 * The same, of what the search alone tells apart: topics were learnt without these. A line may give
 * a word of the first list another family.
 */
const SEARCHED_APART = `
  clair clairs | claire claires
  cour cours | courant courants
  math maths | mathis
  tel tels | télé télés
`
/** All lines: the tables are made again where they change. */
export const ALL_APART = APART + SEARCHED_APART

/** Shorter and older forms of one word: *gym*, *clef*. A line a word. */
const FORMS = `
  adolescent ado
  apéritif apéro
  appartement appart
  aspirateur aspi
  association asso
  automobile auto
  bibliothèque bibli
  clé clef
  covoiturage covoit
  décoration déco
  gymnastique gym
  kinésithérapeute kiné
  laboratoire labo
  mobylette mob
  motocyclette moto
  ophtalmologue ophtalmo ophtalmologiste
  ordinateur ordi
  photographie photo
  professeur prof
  randonnée rando
  réfrigérateur frigo
  restaurant resto
  télévision télé téléviseur
  vétérinaire véto
`
const familiesIn = (lines: string): readonly (readonly (readonly string[])[])[] =>
  lines
    .trim()
    .split(/\n+/)
    .map(line => line.split('|').map(all => all.trim().split(/\s+/)))
/** The lines of `APART`: the families of each, and their words. */
export const FAMILIES = familiesIn(APART)

type Place = readonly [line: number, family: number]
const exact = new Map<string, Place[]>()
const plain = new Map<string, Place[]>()
const put = (known: Map<string, Place[]>, form: string, place: Place): void =>
  void known.set(form, [...(known.get(form) ?? []), place])
for (const [line, families] of familiesIn(ALL_APART).entries())
  for (const [family, all] of families.entries())
    for (const form of all) {
      put(exact, form, [line, family])
      put(plain, fold(form), [line, family])
    }

const forms = new Map<string, readonly string[]>()
for (const line of FORMS.trim().split('\n')) {
  const all = line.trim().split(/\s+/).map(fold)
  const both = [...all, ...all.map(one => `${one}s`)]
  for (const one of both) forms.set(one, both)
}
/** The other forms of a folded word, in the singular and the plural. */
export const otherForms = (folded: string): readonly string[] =>
  (forms.get(folded) ?? []).filter(one => one !== folded)

/** Whether a folded word is among those whose families the accents or the list tell apart. */
export const isOfApart = (folded: string): boolean => plain.has(folded)

/**
 * The stems of the families of a word as it is written, in small letters; typed without an accent
 * in a search, it may be of any of them.
 *
 * Law     no word has such a stem: the search finds a family by it, and nothing else.
 */
export function familyStems(written: string, stem: string, isAsked: boolean): readonly string[] {
  const bare = fold(written)
  const any = plain.get(bare) ?? []
  const of = (isAsked && bare === written ? undefined : exact.get(written)) ?? any
  return named(of, stem)
}
const named = (of: readonly Place[], stem: string): readonly string[] => [
  ...new Set(of.map(([line, family]) => `${stem}0zz${line}z${family}`)),
]

/** The stem of a family that a text may mean, whose writer types no accents. */
export const maybeStem = (family: string): string => `${family}b`
/** Those of a word that stands in such a text. */
export const maybeStems = (written: string, stem: string): readonly string[] =>
  fold(written) === written ? named(plain.get(written) ?? [], stem).map(maybeStem) : []

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyOf } from './families.ts'
import { infinitiveOf } from './infinitives.ts'
import { dicollecte, lefff, thesaurus } from './lexicon.cjs'
import { packed, unpacked } from './packed.ts'
import { synonymsOf } from './synonyms.ts'

const pairsOf = (text: string): readonly (readonly string[])[] =>
  text.split(' | ').map(pair => pair.split(' '))
const conjugations = [...lefff().conjugations, ...dicollecte().conjugations]
const infinitives = conjugations.flatMap(({ endings, stems }) =>
  unpacked(stems).map(stem => stem + endings.split(' ')[0]),
)

test('a conjugated form gives the infinitives that it may come from', () => {
  const said: Readonly<Record<string, string>> = {
    repare: 'reparer',
    reparees: 'reparer',
    couds: 'coudre',
    peigne: 'peigner peindre',
    emmenera: 'emmener',
    tondait: 'tondre',
    sommes: 'etre sommer',
    vont: 'aller',
    assieds: 'asseoir',
    paie: 'payer',
    paye: 'payer',
    covoiturons: 'covoiturer',
  }
  for (const [form, verbs] of Object.entries(said))
    assert.equal(infinitiveOf(form).join(' '), verbs, form)
})

test('a folded form that is a noun too gives its verb, and a noun alone gives none', () => {
  assert.deepEqual(infinitiveOf('marche'), ['marcher'])
  assert.deepEqual(infinitiveOf('coude'), ['couder'])
  assert.deepEqual(infinitiveOf('livres'), ['livrer'])
  assert.deepEqual(infinitiveOf('ferme'), ['fermer'])
  assert.deepEqual(infinitiveOf('sale'), ['saler'])
  for (const noun of ['salle', 'tour', 'maison', 'velo', 'livreur', ''])
    assert.deepEqual(infinitiveOf(noun), [], noun)
})

test('past historic and imperfect subjunctive are left out', () => {
  for (const form of ['cousit', 'cousirent', 'reparasse', 'repara'])
    assert.deepEqual(infinitiveOf(form), [], form)
})

test('each infinitive is its own, and its own family', () => {
  assert.ok(infinitives.length > 9_000)
  for (const verb of infinitives) {
    assert.ok(infinitiveOf(verb).includes(verb), verb)
    assert.equal(familyOf(verb), verb)
  }
})

const FAMILIES: Readonly<Record<string, string>> = {
  reparer: 'reparation reparations reparateur reparatrice reparable',
  coudre: 'couture couturier couturiere couturieres',
  tondre: 'tonte tontes tondeur',
  jardiner: 'jardinage jardinier jardiniere',
  garder: 'garde gardes gardien gardienne gardiennage',
  covoiturer: 'covoiturage covoitureur covoitureuse',
  livrer: 'livraison livreur livreuse',
  nettoyer: 'nettoyage',
  elaguer: 'elagage elagueur',
  percer: 'percage',
  fabriquer: 'fabrication',
  visiter: 'visite visiteur visiteuse',
  vendre: 'vente vendeur vendeuse',
  traduire: 'traduction traductrice',
  soigner: 'soin soins soigneur soignante',
}

test('an act, a doer and a verb are one family', () => {
  for (const [verb, words] of Object.entries(FAMILIES))
    for (const word of words.split(' ')) assert.equal(familyOf(word), verb, word)
})

test('a word that only looks like an act or a doer is its own family', () => {
  const words =
    'voiture portable marche livre livret livree porte tour ferme sale salle garage visage ' +
    'message otage fromage village menage table chauffeur ingenieur tailleur tracteur logement ' +
    'vetement exploitation association station science maison saison figure serrure nuage ' +
    'confiance tondeuse perceuse debroussailleuse voiturier boulanger premier panier fusion'
  for (const word of words.split(' ')) assert.equal(familyOf(word), word)
})

test('the family of a family is the same', () => {
  const { chosen } = dicollecte()
  for (const word of [...Object.values(FAMILIES).join(' ').split(' '), ...pairsOf(chosen).flat()])
    assert.equal(familyOf(familyOf(word)), familyOf(word), word)
})

test('a synonym names the same thing, and a word of several senses has none', () => {
  assert.deepEqual(synonymsOf('velo'), ['becane', 'bicyclette', 'velocipede'])
  assert.ok(synonymsOf('repriser').includes('ravauder'))
  assert.ok(synonymsOf('nounou').includes('nourrice'))
  assert.ok(synonymsOf('gasoil').includes('gazole'))
  for (const word of ['livre', 'echelle', 'outil', 'jardin', 'foret', 'meme', 'cafe', 'botte'])
    assert.deepEqual(
      synonymsOf(word).filter(one => one !== 'bouquin'),
      [],
      word,
    )
})

test('each of two synonyms is the other’s; a noun has nouns alone, a verb verbs', () => {
  const { nouns, verbs } = thesaurus()
  for (const [one = '', other = ''] of [...pairsOf(nouns), ...pairsOf(verbs)]) {
    assert.ok(synonymsOf(one).includes(other), `${one} ${other}`)
    assert.ok(synonymsOf(other).includes(one), `${other} ${one}`)
    assert.ok(one.length > 3 && other.length > 3 && one !== other)
  }
  const acts = new Set(pairsOf(verbs).flat())
  assert.deepEqual(
    pairsOf(nouns)
      .flat()
      .filter(one => acts.has(one)),
    [],
  )
})

test('a packed list of words is the list', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{0,30}$/)).map(all => all.sort())
  fc.assert(fc.property(words, all => assert.deepEqual(unpacked(packed(all)), all)))
})

test('each file says its source, its licence and what was changed, and is small', () => {
  for (const [name, most] of [
    ['lefff', 80_000],
    ['dicollecte', 80_000],
    ['thesaurus', 20_000],
  ] as const) {
    const text = readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')
    const { source, licence, changes } = JSON.parse(text)
    assert.ok(source && licence && changes, name)
    assert.ok(Buffer.byteLength(text) < most, name)
    const [copy] = /licences\/\S+\.txt/.exec(licence) ?? []
    if (copy) assert.match(readFileSync(new URL(copy, import.meta.url), 'utf8'), /lesser general/i)
  }
})

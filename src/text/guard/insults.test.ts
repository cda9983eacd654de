import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from './guard.ts'

test('insults and slurs are found, and no thing that bears such a word', () => {
  for (const insult of [
    'sale arabe',
    'Sale pute !',
    'nique vos mères',
    'Le maire est un con',
    'Quelle bande de bâtards',
    'ta gueule',
    'mort aux cons',
    'fils de pute',
    'fuck you all',
  ])
    assert.ok(guard(insult).length > 0, insult)
  for (const thing of [
    'Je prête une tapette à souris',
    'Une bite d’amarrage pour le ponton',
    'Un panier de cèpes tête-de-nègre',
    'Le boulanger a un bâtard et deux baguettes',
    'On écoute les Enfoirés à la radio',
    'Sale temps pour la saison',
    'Un concert au local',
    'De la mort aux rats',
    'Le linge sale et noir de suie',
    'Des conifères à donner',
    'La pédale de mon vélo',
  ])
    assert.deepEqual(
      guard(thing).map(one => one.said),
      [],
      thing,
    )
})

test('an insult is found however it is written, and called an insult', () => {
  const isInsult = (text: string): boolean => guard(text).some(one => one.kind === 'insult')
  for (const insult of [
    ...['sale p é d é de merde', 'c o n n a r d', 'c0nnard', 'b@tard de conn4sse', '$alope'],
    ...['ce co\u200bnnard de Paul', 'sal\u00adope', 'b\u2060ougnoule', 'c\u0336o\u0336nn\u0301ard'],
    ...['connaaaard', 'connnnard', 'saaalopes', 'konar', 'konnar', 'konnard', 'enkulé', 'enculééé'],
    ...['con\nnard', 'con.nard', 'sal*ope', 'S-a-l-o-p-e'],
    ...['ⓒⓞⓝⓝⓐⓡⓓ', 'ｃｏｎｎａｒｄ', 'соnnаrd'],
    ...['c*nnard', 'f.d.p', 'gros c o n', 's a l e arabe', 'n i q u e ta mère', 'sale p d', 'fu©k'],
    ...['cᴏɴɴᴀʀᴅ', 'ϲonnard'],
    ...['Nique tout le monde', 'quelqu’un pour casser la gueule au maire', 'crevez tous'],
    ...['je vais te péter la gueule', 'on lui cassera la tronche'],
    ...['je vais te casser la figure', 'on va vous démolir', 'je vais te tuer'],
    ...['on va te faire la peau', 'je vais vous étrangler'],
    ...['t’es qu’une merde', 'vous êtes des ordures', 'gros porc de maire', 'nik ta mère', '🖕'],
  ])
    assert.ok(isInsult(insult), JSON.stringify(insult))
  for (const thing of [
    ...['Je vends un gros porc', 'une vieille vache de race', 'le chien du voisin', 'un gros rat'],
    ...['il m’a pu téléphoner', 'ta salade', 'la sale opération', 'c’est nul ce temps'],
    ...['On a vu le canard à bec', 'une ordure à jeter', 'les canards'],
    ...['une lampe 3 x 4 m', '15 m de tuyau PE de 32', 'A. B. et C. viennent', 'salle B1 T3'],
    ...['je me suis cassé la gueule dans l’escalier', 'il s’est pété la gueule', 'un casse-gueule'],
    ...['elle a failli se casser la gueule', 'la gueule du four est cassée'],
    ...['je vais vous tuer le cochon', 'on va vous démolir ce mur', 'je viendrai te tuer une oie'],
    ...['il s’était cassé la gueule', 'je me serais cassé la figure', 'le gel va tuer les semis'],
    ...['attention au verglas, vous allez vous casser la gueule', 'il se casse la figure'],
    ...['c’est convenu', '*important* : 5 kg*', 'p.m.u', 'j’ai pu te voir', 'un cône'],
    ...['4 con\u00adcombres', 'cooonfiture', 'mp3, co2, 4x4, 5 a day'],
  ])
    assert.ok(!isInsult(thing), JSON.stringify(thing))
})

test('a sign that stands for a letter hides no insult, and makes none', () => {
  const isInsult = (text: string): boolean => guard(text).some(one => one.kind === 'insult')
  for (const insult of [
    ...['n!que ta m3re', 'N!QUE TA M3RE', 'va te faire f!utre', 'va te f!utre', 'c#nnard'],
    ...['s%lope', 'enc&lé', 'n|que ta mère', 'p!tain de c!nnard', 'nick ta mère'],
    ...['allez vous faire foutre', 'sal!pe', 'c!nnasse'],
  ])
    assert.ok(isInsult(insult), insult)
  for (const thing of [
    ...['Gratuit!venez', 'R&B et soul samedi', 'un B&B à Sail', 'C&A, H&M, Marks&Spencer'],
    ...['Bonjour!je vends des poules', 'Merci!à samedi', 'sel&poivre', 'pain#levain', 'sol#mineur'],
    ...['Concert de Nick Cave', 'Nick garde les enfants', 'p!ment fort', '10%bio', 'oui|non'],
    ...[
      'je vous prête la machine à foutre en tas',
      'va te faire coiffer',
      'allez vous faire soigner',
    ],
    ...[
      'l&apos;eau',
      'ni ta mère ni ta soeur ne viennent',
      'fruits&légumes',
      'c!est prêt',
      'v!n chaud',
    ],
  ])
    assert.ok(!isInsult(thing), thing)
})

test('the place of an insult is that of the text given', () => {
  for (const [text, said] of [
    ['Paul ce co\u200bnnard là', 'co\u200bnnard'],
    ['ﬁn, connaaaard !', 'connaaaard'],
    ['👋🏽 sal ope.', 'sal ope'],
  ] as const)
    assert.deepEqual(
      guard(text).flatMap(one => (one.kind === 'insult' ? [one.said] : [])),
      [said],
    )
})

test('what is for sale, lost, learnt or sung is no insult', () => {
  for (const thing of [
    ...['baskets Nike ses lacets sont neufs', 'survêtement Nike tous coloris', 'Nike leurs prix'],
    ...['perdu gros chien de type malinois', 'grosse vache de type charolaise'],
    ...['vieux chien de chasseur cherche famille', 'pauvre chien de voisin perdu'],
    ...[
      'vous êtes nuls au foot ?',
      'tu es nul en informatique ? je t’aide',
      'vous êtes nulle part',
    ],
    ...['20 €, f.d.p. compris', 'prix 10 € f.d.p inclus', 'table, fdp compris', 'hors FDP'],
    ...['le groupe N.T.M.', 'concert de NTM samedi', 'prête 2 b*tes', 'lapins crétins'],
    ...['mort aux pucerons', 'mort aux cafards', 'mort aux frelons', 'la peine de mort aux USA'],
    ...['des tomates, tous pourris', 'les kakis sont tous pourris', 'vendu pour moins que rien'],
    ...['cd des Enfoirés', 'les Enfoirés', 'concert Enfoirés', 'fils de chiens de berger'],
  ])
    assert.deepEqual(
      guard(thing).flatMap(one => (one.kind === 'insult' ? [one.said] : [])),
      [],
      thing,
    )
  for (const insult of [
    ...['nike ta mère', 'nique tes morts', 'un moins que rien', 'ce maire, un fdp', 'tu es nul'],
    ...['les élus, tous pourris', 'tous des pourris', 'espèce d’enfoiré', 'mort aux voisins'],
  ])
    assert.ok(
      guard(insult).some(one => one.kind === 'insult'),
      insult,
    )
})

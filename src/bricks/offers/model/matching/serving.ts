/**
 * What a thing or a doing is good for, as a village knows it: *une échelle* for gutters, *du foin*
 * for donkeys. Read when a need tells what is to be done or what is wrong, and names nothing that
 * it looks for.
 *
 * Shape   a line a thing: its name, then words of what it serves. Source: our own.
 */
export const SERVING = `
échelle: gouttières, chenaux, toit, cheminée, cerises, plafond, volets, façade, ampoule
échafaudage: façade, toit, mur, crépi
groupe électrogène: courant, éclairer, éclairage, lumière, sono, concert, guinguette
foin: âne, cheval, vaches, chèvre, mouton, lapin, bêtes, brouter
paille: litière, pailler, poulailler, fraisiers, âne, cheval
fumier: terre, potager, sol, rosiers, nourrir, amender
compost: terre, potager, sol, jardinières, rempoter
palettes: composteur, bacs, meubles, salon jardin, cabane, clôture
planches: étagère, bacs, composteur, cabane, plancher, banc
barnum: pluie, abriter, buvette, mariage, vin chaud, kermesse, soleil
chaises: réunion, concert, spectacle, repas, mariage, conférence
tables: repas, vide-grenier, banquet, buffet
vaisselle: repas, banquet, mariage, invités
sono: concert, bal, discours, musique, spectacle
vidéoprojecteur: film, cinéma, projeter, projection, conférence
numériseur: diapositives, diapos, négatifs, photos, numériser, archives
appareil photo: photos, portrait, photographier
remorque: porter, transporter, déménagement, piano, meubles, gravats, déchets, armoire, encombrants
camionnette: porter, transporter, déménagement, piano, meubles, armoire, canapé, réfrigérateur,
  encombrants
pressoir: pommes, jus, cidre, raisins, poires
broyeur: branches, tailles, haie
fendeuse: rondins, bûches, billots, stères
tronçonneuse: arbre, tronc, rondins, sapin
débroussailleuse: friche, ronces, herbes, talus, orties
tondeuse: pelouse, herbe, gazon
motoculteur: potager, terre, labourer, friche
bétonnière: dalle, béton, ciment, muret
machine coudre: coudre, rideaux, costumes, ourlet, habiller
tissu: costumes, déguisements, habiller, coudre, rideaux
draps: costumes, déguisements, habiller, coudre, rideaux
laine: feutrage, filage, filer, feutrer, tricoter, tricot
papier: dessin, dessiner, affiches, imprimer, reliure
bobines: dessin, dessiner, bricolage
peinture: repeindre, volets, murs, façade
bocaux: conserves, confitures, compote
four pain: pain, cuire, pizza, fournée
laboratoire: conserves, transformer, confitures, traiteur, normes
cuisine: conserves, transformer, cuisiner, repas
courges: soupe, cantine
légumes: soupe, cantine, repas
salle: répéter, répétition, chorale, réunion, danser, théâtre, local, yoga
atelier: table, meubles, bricoler, poterie, réparer, bancale
terrain: pousser, cultiver, potager, ruches, mouton
vélo: permis, déplacer
chambre: dormir, stage, loger, étudiant, apprentissage
ordinateur: taper, visio, démarches, courriels, cv
imprimante: affiches, tracts, imprimer, photocopies
récupérateur eau: arroser, arrosage, sécheresse
bois chauffage: chauffer, poêle, cheminée, froid
marché: montrer, vendre, exposer, bijoux, luminaires, poteries, confitures, connaître
lire: journal, yeux, malvoyant, ennuie
garder: partir, absence, vacances
démarches: retraite, dossier, impôts, papiers, formulaire
informatique: ordinateur, courriels, internet, tablette
anglais: oral, bac, accent, voyage
jardiner: potager, haie, mauvaises herbes
tailler: pommiers, haie, rosiers, vigne, arbres
échelle: guirlandes, fruitiers, pommiers, cerisier, tuiles, gouttière, antenne, haie, nid, noix
remorque: bois, fumier, matelas, frigo, terre, gravier, foin, branches, déchèterie, déchetterie,
  lave-linge, canapé, planches, sable, stères, tonte
camionnette: matelas, lave-linge, commode, déménager, lit, emménager, emménage, planches,
  déchèterie, déchetterie, buffet
bétaillère: brebis, mouton, veau, vaches, chèvre, cheval, âne, cochon, bêtes, agneaux, génisse,
  poney
van: cheval, poney, âne
diable: lave-linge, frigo, armoire, réfrigérateur, cuisinière
sangles: piano, armoire, déménagement
tracteur: labourer, grumes, tronc, débarder, enliser, embourber, neige, foin
fendeuse: bûches, bois, rondins, fendre, tronc, souches
fendre: rondins, tronc, stères, bûches
tronçonneuse: arbre, arbres, tempête, tombé, tombés, chêne, frêne, bûches, branche
scier: tronc, planches, grumes, chêne, rondins
broyeur: taille, élagage, thuyas, branchages, lauriers, sapins
tondeuse: tondre, herbes, pré
tondre: herbe, pelouse, gazon, orties, talus, ronces, herbes hautes, mouton
débroussailleuse: chemin, broussailles, fougères, genêts, envahi, envahie, envahir, fossé,
  débroussailler, nettoyer terrain
mouton: tondre, herbe, pré, pâturer, brouter, ronces, broussailles, friche
chèvre: ronces, broussailles, friche, débroussailler
âne: herbe, ronces, pré, labourer
taille-haie: haie, thuyas, lauriers, buis, charmille
motoculteur: bêcher, retourner, potager, jardin, carré, semer
bêcher: potager, terre, jardin, carré
grelinette: potager, bêcher, jardin, terre
brouette: terre, bois, gravier, pierres, porter
fumier: rosiers, amendement, enrichir, fertile, fertiliser, engrais, légumes, courges, pauvre
compost: enrichir, fertile, engrais, semis, pauvre
cendre: limaces, lessive, potager, rosiers
broyat: pailler, paillage, massifs, allée, désherber, compost, toilettes sèches
sciure: toilettes sèches, litière, fumer
paille: pailler, botte, dormir, poules, lapin, fraises, isoler, cochon
foin: poney, brebis, lapins, nourrir, hiver, ânes, chevaux, cobaye, fourrage
marc café: limaces, compost
feuilles mortes: pailler, compost, hérisson
serre: semis, tomates, gel, hiverner, citronnier, géraniums, gelées
semis: potager, planter, démarrer, jardin
plants: potager, planter, jardin, garnir
graines: semer, potager, jardin, planter
boutures: massif, haie, jardin, planter, fleurir, balcon
récupérateur eau: jardin, potager, pluie, tomates, sec, canicule
cuve: arroser, pluie, abreuver, jardin
ruche: abeilles, miel, pollinisateurs, polliniser, apiculture
apiculteur: essaim, abeilles, guêpes, ruche
poules: épluchures, oeufs, restes, limaces
poulailler: poules, renard, fouine, poussins
clôture: mouton, chien, sanglier, chevreuils, échapper, échappent, poules, chèvre, âne
piquets: clôture, vigne, tomates, haie
cagettes: pommes, récolte, ranger, allumer, légumes, étagère
caisses: récolte, ranger, vendange
bocaux: gelée, cornichons, haricots, stériliser, sirop, miel, soupe, pâté
stérilisateur: conserves, bocaux, haricots, stériliser
congélateur: viande, cochon, agneau, congeler, surplus, chevreuil
autocuiseur: conserves, soupe, confitures
déshydrateur: pommes, sécher, champignons, herbes, tisanes
marmite: soupe, confitures, repas, cassoulet, couscous, fête
four pain: fournée, miches, tarte, tartes, cuire, boulange, levain
friteuse: buvette, kermesse, fête
percolateur: café, réunion, réunions, concert, assemblée
plancha: buvette, kermesse, grillades, saucisses, merguez, fête
remorque frigorifique: buvette, fête, viande, boissons
pressoir: cidre, pommiers, verger, presser
presser: pommes, raisins, poires
alambic: eau-de-vie, prunes, distiller, lavande
légumes: paniers, frais, ratatouille
fruits: confitures, compote, tarte, jus, gâteaux, sirop
pommes: compote, jus, tarte, cidre, confitures
oeufs: gâteaux, gâteau, crêpes, omelette
lait: fromage, biberon, crêpes, yaourts
barnum: abri, abriter, mouillé, mouiller, averses, orage, fête, noces, anniversaire, stand, repas
  dehors, ombre
bâches: pluie, abriter, bois, fuit, fuite, stères, toit, protéger, mouillé
tables: banquet, kermesse, marché, stand, fête, anniversaire, mariage, loto, invités, asseoir
chaises: asseoir, assis, public, fête, spectateurs, loto, théâtre, invités, projection, assemblée,
  anniversaire, banquet
bancs: asseoir, assis, public, concert, repas, spectacle, fête, kermesse
vaisselle: fête, noces, anniversaire, kermesse, cantine, soixante, convives
verres: apéritif, buvette, vin honneur, fête, mariage
gobelets: buvette, concert, fête, apéritif, kermesse
nappes: banquet, mariage, repas
sono: danser, fête, kermesse, entendre, micro, animer, mariage, théâtre, chanter, karaoké,
  guinguette
micro: entendre, discours, chanter, conférence, loto
éclairage: spectacle, théâtre, concert, scène, bal
estrade: concert, spectacle, théâtre, groupe, orchestre, danse
groupe électrogène: coupure, panne courant, électricité, fête, chantier, barnum, prise
guirlandes: décorer, noël, fête, bal, marché noël
vidéoprojecteur: diaporama, montrer photos, match, documentaire, voyage, cinéclub, ciné
écran projection: film, projection, diaporama
grilles: exposer, exposition, photos, tableaux, aquarelles
appareil photo: mariage, anniversaire, affiche
photographier: mariage, portrait, identité, affiche, souvenir, album
déguisements: carnaval, théâtre, spectacle, déguiser
musique: danser, animer, mariage, fête, bal, apéritif, noces
musicien: danser, animer, mariage, fête, bal, noces
accordéon: danser, animer, mariage, bal, guinguette, noces
chanter: mariage, maison de retraite, noces
salle: fête, anniversaire, gymnastique, gym, réunir, jouer, belote, loto, couture, cours, ateliers,
  atelier, pratiquer, tricoter, dîner, repas, entraîner, danse, recevoir, accueillir, assemblée,
  exposition
hangar: abriter, hiver, hiverner, entreposer, camping-car, caravane, tracteur, foin, bateau,
  stocker, ranger, meubles, voiture, sec, moto, bois, ambulance, outils
cave: vin, pommes terre, patates, conserver, fromages, légumes, affiner
atelier: bricoler, meuble, coudre, souder, construire, établi, travailler, sculpter, menuiserie
bureau: télétravail, clients, permanence, travailler
terrain: semer, planter, âne, poules, tiny, camper, tente, jardin, légumes, moutons, chèvre,
  caravane, cheval, jouer, foot, stationner, garer, verger, chevaux
jardin: cultiver, légumes, semer, planter, tomates, composter, poules, ruches, jardiner
verger: cueillir, pommes, confitures, cidre, moutons
étang: pêcher, carpes, canards
chambre: loger, saisonnier, dépanner, toit, semaine, stagiaire, apprenti, hébergement, intérim,
  festival, famille, héberger, pèlerin
logement: loger, toit, habiter, installer, hébergement, emménager, saisonnier, médecin, expulsée,
  expulsé, famille
héberger: étudiant, saisonnier, festival, dormir, pèlerin, stagiaire, randonneurs, nuit, toit
tente: camper, camping, randonnée, festival, dormir, bivouac
sac couchage: camper, camping, bivouac, colonie, dormir
matelas: dormir, coucher, invités, lit
lit: dormir, coucher, couchage, emménager
lit bébé: coucher, dormir, jumeaux, naissance, nourrisson, bébé, accoucher, enceinte, naître,
  petit-fils, petite-fille, berceau
poussette: promener, bébé, naissance, jumeaux, nourrisson
siège auto: bébé, naissance, petit-fils, petite-fille, transporter
layette: naissance, bébé, jumeaux, nourrisson, enceinte, nouveau-né, accoucher
vêtements: habiller, rhabiller, grandir, grandi, froid, incendie
manteau: froid, hiver, habiller, rhabiller
chaussures: marcher, randonnée, grandi
couvertures: froid, hiver, sinistrés, dormir, réchauffer
canapé: emménager, salon, asseoir, meubler, studio
meubles: emménager, meubler, studio, installer, appartement, vide, équiper, incendie
armoire: ranger, vêtements, linge, meubler
étagère: ranger, livres, bocaux, classer
table: manger, repas, devoirs, meubler, emménager
vaisselle: emménager, équiper, studio
lave-linge: laver, linge, laverie, lessive
réfrigérateur: conserver, frais, emménager, studio, lait
poêle: chauffer, froid, chauffage, atelier, hiver
radiateur: froid, chauffer, chauffage, panne chaudière, gelé, geler
bois chauffage: froid, cheminée, poêle, hiver, insert, chaudière, flambée, réchauffer
palettes: allumer, terrasse, étagère, potager, bar, estrade, jardin vertical, lit, meuble, hôtel
  insectes
planches: rayonnages, potager, ruche, mangeoire, niche, poulailler, bancs, terrasse, nichoirs
bois: feu, chauffer, sculpter, tourner, cuire, poêle, cheminée
tuiles: toit, toiture, fuite, fuit, grange
tôles: abri, toit, toiture, poulailler
pierres: mur, muret, rocaille
briques: mur, four, cloison
sable: béton, bac, jeux, ciment, mortier
carrelage: salle bain, cuisine, mosaïque
isolant: froid, combles, isoler, grenier, courants air
fenêtres: serre, châssis, semis
portes: cloison, table
perceuse: percer, étagère, trou, trous, fixer, mur, cadre, tringle, suspendre, accrocher, vis
ponceuse: poncer, parquet, volets, meuble, décaper, plancher
scie: couper, planches, bûches, branches
scie circulaire: planches, panneaux, découper
scie sauteuse: découper, contreplaqué
compresseur: peindre, gonfler, pneus
cric: crevé, crevaison, roue, pneu
câbles démarrage: démarrer, démarre, batterie, panne
chaînes neige: neige, verglas, monter
poste souder: souder, soudure, portail, grille, cassé
souder: portail, grille, fer, cassé, métal, rampe, barrière, remorque
échafaudage: peindre, crépir, toiture, pignon, étage, volets
bétonnière: terrasse, mur, chape, maçonner, fondations, béton
construire: mur, muret, toit, cabane, terrasse, cloison, étagère, abri, clôture, poulailler, serre,
  meuble
maçonnerie: mur, muret, pierres, écroulé, écroule, fissure, chape, béton, dalle, cheminée, seuil,
  jointoyer
menuiserie: porte, volets, fenêtre, étagère, meuble, escalier, plancher, table, chaise, bancale,
  tiroir, placard, établi
électricité: ampoule, prise, prises, disjoncteur, plombs, court-circuit, lumière, interrupteur,
  courant, disjoncte, sauter, compteur, tableau électrique, lampe, radiateur
plomberie: évier, lavabo, chasse, chauffe-eau, robinet, goutte, bouché, bouchée, canalisation,
  douche, tuyau, fuite, fuit, siphon, eau chaude, toilettes, ballon
mécanique: voiture, moteur, vidange, démarrer, démarre, freins, tondeuse, tracteur, mobylette,
  motoculteur, moto, carburateur, plaquettes, tronçonneuse, panne
réparer: panne, cassé, cassée, casse, bancal, bancale, crevé, déraille, grince, fuit, usé, démarre,
  tombé panne, détraqué, coincé, coincée
peindre: volets, murs, façade, chambre, plafond, portail, salon, cuisine, barrière
nettoyer: vitres, carreaux, poussière, maison, sale, grenier, vieux, poulailler, cave, ménage,
  repassage
repasser: chemises, linge, panier
coudre: pantalon, robe, rideaux, fermeture, jupe, manteau, veste, trou, déchiré, déchirée, troué,
  bouton, boutons, costume, raccourcir, jean, doudou, tissu, accroc, cousette, coussins, rétrécir
machine coudre: tissu, robe, ourlet, rideau, couture, déchiré, nappes, masques
tricoter: laine, pull, chaussettes, écharpe, bonnet, pelotes, layette
tissu: patchwork, rideaux, sacs, coussins, nappes, drapeaux, fanions, poupées
laine: pull, chaussettes, écharpe, bonnet, tisser, feutre, matelas
affûter: couteaux, ciseaux, sécateur, faux, hache, lame, chaîne, coupe
ramonage: cheminée, poêle, insert, fumée, suie, conduit
garder: bébé, nourrisson, enfants, fils, fille, chat, chien, poules, lapin, poissons, plantes,
  bêtes, hospitalisée, hôpital, travailler, absente, absent, vacances, partir, partent, part,
  mariage, soirée, sortir, week-end, animaux, gamelles, croquettes, cobaye, tortue, crèche, mercredi
nounou: bébé, enfants, fils, fille, crèche, travailler, nourrisson, mercredi
chien: promener, sortir
promener: chien, chienne, poussette
visiter: seul, seule, solitude, ennui, ennuie, compagnie, isolé, isolée, bavarder, parler, veuf,
  veuve, voir personne, conversation, discuter, solitaire, maison de retraite, visite
lire: vue, lunettes, aveugle, roman, lecture, histoires, yeux, voit, malvoyante, conte, contes
courses: bouger, marcher, béquilles, opéré, opérée, commissions, pain, supermarché, jambe, plâtre,
  médicaments, pharmacie, sortir
cuisiner: repas, plats, manger, gâteau, banquet, recette, fête, anniversaire, confitures, convives,
  traiteur
cuisine: bocaux, traiteur, gâteaux, confiture, repas, plats
gâteaux: anniversaire, fête, baptême, goûter, kermesse
pain: repas, sandwichs, fête
aider devoirs: fils, fille, école, collège, collégien, lycéen, élève, leçons, exercices, notes,
  brevet, bac, lecture, orthographe, dictée, fractions, géométrie, réviser, rédaction, difficulté,
  primaire, décroche, interrogation, redouble, ce2, cm1, cm2, cp
maths: fractions, équations, géométrie, calcul, algèbre, exercices, collège, lycée, bac, brevet,
  devoirs, tables multiplication, pourcentages, pythagore, compter
français: orthographe, dictée, lettre, étranger, langue, parler, grammaire, écrire, fautes, réfugié,
  réfugiés, conjugaison
anglais: voyage, brevet, lycée, devoirs, traduire, conversation, oral, américain, angleterre,
  londres, collège
allemand: oral, bac, voyage, correspondant
espagnol: oral, bac, voyage, correspondant
traduire: anglais, espagnol, allemand, italien, portugais, arabe, ukrainien, notice, lettre,
  étranger, étrangère, langue, interprète
écrire: lettre, courrier, cv, motivation, mémoires, discours, orthographe, histoire, récit
remplir: dossier, caf, formulaire, impôts, retraite, apl, papiers, préfecture, déclaration,
  allocation, demande, courrier
démarches: caf, apl, rsa, carte grise, préfecture, allocation, pension, lettre, courrier,
  déclaration, ameli, sécurité sociale, mutuelle, carte identité, passeport, paperasse,
  administration, handicap, maison handicap, naturalisation, titre séjour, bourse, france travail
relire: cv, lettre, mémoire, orthographe, rapport, texte, fautes
secrétaire: lettre, courrier, dossier, papiers, caf, taper
comptable: comptes, association, bilan, déclaration, trésorerie, trésorier, budget, facture,
  factures
informatique: mails, mail, messagerie, boîte mail, mot passe, virus, imprimante, wifi, tablette,
  téléphone, smartphone, site, installer, écran, photos, sauvegarder, clé usb, pièce jointe,
  applications, application, visio, zoom, whatsapp, fichier, lent, lente, rame, bloqué, planté, pc,
  windows, clavier, internet, ligne, télécharger, mise jour, doctolib
ordinateur: mails, mail, lettre, dossier, inscrire, impôts, stage, cv, télétravail, devoirs, exposé,
  rédiger, internet, actualiser
internet: mails, démarches, télétravail, visio, cours distance, devoirs, dossier, inscription
imprimante: photocopie, photocopier, tirer, billets, attestation, scanner, photos, flyers,
  programme, journal, formulaire
téléphone: appeler, joindre, injoignable
papier: dessin, peindre, origami, cahiers, écrire, coloriage, brouillon, enfants dessinent, carnets,
  pliage, affiches
cartons: déménager, emballer, ranger, pailler, bricolage, cabane, paillage, archives
livres: lire, lecture, bibliothèque, boîte livres, cdi, histoires, vacances
jouets: noël, garderie, enfants, crèche, petits, anniversaire
jeux société: soirée, veillée, garderie, jouer, ludothèque, enfants, maison retraite, pluie
puzzles: maison retraite, hiver, jouer
instrument: apprendre, jouer, fanfare, débuter
guitare: apprendre, débuter, jouer, accompagner
piano: apprendre, solfège, accompagner, chorale
jouer: partenaire, quatrième, équipe, manque joueur, soirée, joueurs
vélo: aller travailler, bus, trajet, gare, école, voiture panne, déplacer, rouler, balade, randonnée
vélo enfant: apprendre, grandi, anniversaire, pédaler, roulettes
voiture: permis, panne, déplacer, travail, garage, entretien embauche, conduite accompagnée
scooter: permis, travail, apprentissage, stage, trajet
mobylette: permis, travail, apprentissage, stage, trajet
fauteuil roulant: marcher, promener, opération, jambe, sortir, hanche, handicap, hôpital
déambulateur: marcher, opération, jambe, hanche, tombe, tomber
béquilles: entorse, cheville, jambe, opération, plâtre, marcher
lit médicalisé: opération, hôpital, dépendante, malade
skis: neige, glisser, colonie, classe neige
luge: neige, glisser
canne pêche: pêcher, truites, étang
jumelles: oiseaux, observer
télescope: étoiles, ciel, observer
machine café: réunion, assemblée, buvette
marché: stand, étaler, écouler, savons, bougies, créations, miel, fromages, fromage, clients,
  producteur, débouché, artisan, vaisselle
boutique: montrer, vendre, exposer, bijoux, poteries, confitures, savons, dépôt, dépôt vente,
  créations, miel
récolter: cerises, pommes, noix, verger, tomber, perdre, pourrir, pourrissent, mûres, tombent,
  vendange, arbres, raisins, prunes, chargé, chargés
jardiner: herbe, orties, légumes, jardin, envahi, désherber, fleurs, massif, arroser, tomates,
  bêcher, semer
tailler: pommier, arbre, fruitiers, lilas, cerisier, tilleul, branches, thuyas, verger, olivier,
  branche, glycine
porter: meubles, piano, canapé, armoire, lourd, lourde, étage, déménage, déménager, escalier,
  stères, dos, bois, rentrer, lave-linge, frigo, cartons, sacs, grenier, machine
transporter: meubles, canapé, frigo, lave-linge, armoire, déchèterie, encombrants, matelas, bois,
  brebis
vide-grenier: débarrasser, grenier, vider
ménage: vitres, poussière, repassage, opérée, âgée, grand-mère
coiffer: cheveux, mariage, coupe, frange, chignon
animer: anniversaire, kermesse, fête, goûter, veillée, enfants, loto
hérisson: limaces
chat: souris, rats, mulots
furet: rats, lapins
composteur: épluchures, déchets, compost, restes
eau: arroser, abreuver, puits
puits: arroser, abreuver, jardin, sécheresse
secourisme: secours, premiers secours, brûlure, accident
masser: dos, nuque, courbatures
chaises: convives, comité
tables: convives, tréteaux
bancs: convives
vêtements bébé: naissance, accoucher, enceinte, jumeaux, nourrisson, bébé, naître
vêtements enfant: grandi, grandit, habiller, école, rentrée
garder: opéré, opérée, jambe, plâtre, clinique, hospitalisé, voyage
couper cheveux: coiffeur, cheveux, mariage, frange
presser: verger, cidre
terrain: herbe, brouter, pâturer, paître
cuisiner: cuisine, sucré, goûter
photographier: noces, bébé, fête
vêtements grossesse: enceinte, accoucher
caméscope: filmer, film, spectacle, enregistrer
garder: nounou
accordéon: musicien
guitare: musicien
violon: musicien
jouer: musicien
anglais: irlande, écosse, états, amérique, correspondant
`

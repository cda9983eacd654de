/**
 * What a thing or a doing is good for, as a village knows it: *une échelle* for gutters, *du foin* for donkeys. Read when a need tells
 * what is to be done or what is wrong, and names nothing that it looks for.
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
camionnette: porter, transporter, déménagement, piano, meubles, armoire, canapé, réfrigérateur, encombrants
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
`

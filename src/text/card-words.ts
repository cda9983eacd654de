/**
 * The words of a card, to be typed from paper: plain French nouns of things seen here.
 *
 * Law     two of them differ by two letters at least once folded, so that a letter misread is never
 *         another word.
 */
export const CARD_WORDS: readonly string[] = `
abeille abri agneau aiguille alouette amande ancre ardoise argile armoire arrosoir artichaut
assiette atelier averse avoine bague balai balance balcon banc bande barque bassin bateau belette
bélier berger beurre biche bobine bocal bois bonnet bottes boulanger bourdon bouteille bouton
branche brebis brioche brique brosse brouette brume bruyère buffet buisson cabane cachette cadran
cahier caillou camion canard canne carafe carotte carreau cartable casquette cave cerise chaise
chalet chaleur chamois champ chapeau charbon charrue chat chemin chêne cheval chèvre chouette cigale
ciment citron clairon cloche clôture colline colombe comptoir confiture copain coquille corbeau
cordage corneille couleur couleuvre courge couronne crapaud crayon créneau crêpe cuisine cuivre
dahlia dalle danse dentelle digue dindon domaine douche drapeau écaille écharpe échelle éclair
écluse écorce écran écureuil église enclume épaule épi épice épingle éponge escalier escargot étable
étage étagère étang étau étiquette étoile fagot faisan falaise fanfare farine faucon fenêtre ferme
feuille feutre ficelle filet fleuve flocon fontaine forêt forge fougère fourche fourmi fraise
framboise frelon fromage fumée gâche galet garage gare genêt girafe gobelet goutte grange grappe
grelot grenier grenouille guitare hameau hangar haricot harpe hélice herbe hérisson heron hêtre
hibou hirondelle horloge hublot huile image jambon jardin jasmin jonquille journal jument kiosque
lac laine laitue lampe lanterne lapin laurier lavoir légume lentille lessive levier lézard liege
lierre lilas limace lion lisière livre loup loutre lucarne luge lunette machine maison mandarine
manteau marais marché marmite marron melon menthe merle mésange miel mimosa miroir moineau moisson
montagne montre moufle moulin mousse muguet mur museau myrtille nappe navet navire neige noisette
noyau nuage oiseau olive ombre orage orgue ortie osier ourson outil paille panier papillon parasol
parfum patate patin pavot pêche pédale peigne pelote pendule pépin perdrix persil peuplier phare
piano pigeon pinceau pinson pioche pivoine planche plume poêle poireau poivre pomme poney pont porte
potager poterie poulain prairie prune puits quai quenouille quille rabot racine radis raisin
réglisse relève renard ressort réveil rivière robinet rocher rondin rose roseau ruban ruche ruisseau
sable salade sanglier sardine saucisse sauterelle savon scie seau seigle semelle serrure sève
sifflet sillon sirène sirop soleil source souris statue store sucre tabouret tambour tamis tartine
taupe taureau teinture tenaille terrasse tétard théâtre théière tilleul timbre tirelire tisane
toiture tomate tonneau torrent tortue toupie tourbe tournesol traîneau trèfle treille tresse treuil
tricot tronc truite tulipe valise vallon vanille vapeur vélo velours vendange verrou vignette
village violon vitrine voilier voisin volcan volet wagon yaourt zinc
`
  .trim()
  .split(/\s+/)

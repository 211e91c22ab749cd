/** Beginnings of words that turn them into their contrary, and words that only look as if they had one. */

/** Without accents, French and English alike. */
export const negatingPrefixes: readonly string[] = 'un in im il ir dis de des non mal anti'.split(' ');

/** Words that are no contrary of what is left without their first letters. */
export const falseContraries =
  'information informations informer informe informee informez deposer depose deposee deposes deposent deposition ' +
  'disposition dispositions disposer dispose importer importe importes imported import impression impressions ' +
  'depuis demande demandes demander demandez dehors dedans demain dependant depend defini definir definie deporter ' +
  'detenu detenue detenus detail detailed details denomme denommee denommes delivre delivrer delivered delimite ' +
  'delimiter demontre demontrer decouvrir decouvert discover discovered display displayed displays distribution ' +
  'describe described inscrit inscrite inscrire inscription inscriptions inverse invite inviter invited inspire ' +
  'instance instances intention intentions institution institue install installed installe installer inside income ' +
  'increase increased input inputs impose imposer imposed implique impliquer implication implications improve ' +
  'defined define design designed designs designe designer denote depart departs department department derive ' +
  'derived dispatch dispense dispenser intense intend intended invest investment universe unit units depart ' +
  'incorpore incorporer incorporated include included inclus induit induire insert inserts imprime imprimer ' +
  'demarche demarches delay deliver delivers development degage degager demeure determine determiner determined ' +
  'destine destiner desserte desservir desert malade';
